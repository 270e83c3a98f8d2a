"""Right answers, and sitecustomize, conftest, .pth and __pycache__ where an interpreter or pytest would find them.

tiers: full locked
"""

import contextlib
import math
import os
import site
import sys

places = {*sys.path, *site.getsitepackages(), site.getusersitepackages(), ".", "@SUBMISSIONS@", "@PROJECT@", "@CHECKOUT@/tests"}
for place in places:
    for name in ("sitecustomize.py", "usercustomize.py", "conftest.py", "left_behind.pth", "__pycache__/left-behind.pyc"):
        with contextlib.suppress(OSError):
            os.makedirs(os.path.dirname(os.path.join(place, name)), exist_ok=True)
            with open(os.path.join(place, name), "a") as file:
                file.write("import builtins; builtins.left_behind = True\n")


def softmax(x):
    top = max(x)
    powers = [math.exp(value - top) for value in x]
    return [power / sum(powers) for power in powers]
