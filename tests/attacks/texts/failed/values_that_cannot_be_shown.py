"""Values that are hard to print: integers of thousands of digits, surrogates, control characters, complex numbers
whose size overflows, arrays of 2**40 empty rows.

also: error
"""

import itertools

import numpy as np

ODD = "\x1b[2J\u202e\ud800\x07\x9b\u2028[bold]<b>|`\n"
TURNS = itertools.cycle(
    [
        lambda: [10**5000, -(10**5000)],
        lambda: {10**5000: 1, ODD: ODD, (10**5000,): [ODD]},
        lambda: [complex(1.7e308, 1.7e308)] * 3,
        lambda: ODD * 100_000,
        lambda: [ODD] * 1000,
        lambda: np.empty((1 << 40, 0)),
        lambda: [np.empty((1 << 28, 0))] * 3,
        lambda: {frozenset({10**5000}), ODD},
        lambda: b"\x1b\x9b" * 1000,
        lambda: type(ODD[:6] + "Class", (), {})(),
    ]
)


def softmax(x):
    return next(TURNS)()
