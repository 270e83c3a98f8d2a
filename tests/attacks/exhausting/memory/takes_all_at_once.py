"""Asks for 64 GB.

quick: yes
"""


def softmax(x):
    return bytearray(64 << 30)
