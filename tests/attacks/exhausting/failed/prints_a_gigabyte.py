"""Writes a gigabyte to its output, past all buffers.

also: timeout
"""

import os

os.write(2, b"an error line without an end " * 1000)


def softmax(x):
    for _ in range(256 if len(x) == 1 else 0):
        os.write(1, b"\xff\x1b[2J" * (1 << 18))
    return [7.0] * len(x)
