"""Prints intermediate results, to both outputs, with emoji and Chinese.

quick: yes
"""

import math
import sys


def softmax(x):
    print("scores", x, "分数 🎲")
    print("debug", len(x), file=sys.stderr)
    top = max(x)
    powers = [math.exp(value - top) for value in x]
    for power in powers:
        print(power)
    return [power / sum(powers) for power in powers]
