"""Replies with numbers of requests that were, that will be, and that cannot be.

with: forging
"""

import itertools

TURNS = itertools.cycle([lambda n: n - 1, lambda n: n + 1, lambda n: 0, lambda n: -1, lambda n: (1 << 63) - 1])


def softmax(x):
    say("Value", next(TURNS)(asked()), [1.0])
    time.sleep(0.2)
    return [7.0] * len(x)
