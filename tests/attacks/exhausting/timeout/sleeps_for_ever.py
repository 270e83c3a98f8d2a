"""Uses no CPU time at all, in one test.

tiers: full
points: some (right in the other tests)
"""

import math
import time


def softmax(x):
    if len(x) == 400:
        time.sleep(3600)

    top = max(x)
    powers = [math.exp(value - top) for value in x]
    return [power / sum(powers) for power in powers]
