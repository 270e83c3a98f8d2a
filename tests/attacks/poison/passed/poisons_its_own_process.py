"""Right answers, and marks on everything in the process that the next room could have inherited.

quick: yes
"""

import builtins
import math
import os
import signal
import sys
import threading
import time

exp, longest, total = math.exp, max, sum
builtins.left_behind = math.left_behind = os.left_behind = True
sys.modules["left_behind"] = sys
os.environ["LEFT_BEHIND"] = "yes"
math.exp = lambda value: 2.0
builtins.sum = lambda *_: 0
signal.signal(signal.SIGTERM, lambda *_: None)
threading.Thread(target=time.sleep, args=(3600,), daemon=True).start()
for number in (5, 50, 99):
    os.dup2(1, number)


def softmax(x):
    top = longest(x)
    powers = [exp(value - top) for value in x]
    return [power / total(powers) for power in powers]
