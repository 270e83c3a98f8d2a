"""Lifts the limit of recursion and recurses in Python and in C, until the stack is gone.

also: memory
"""

import sys

sys.setrecursionlimit(1 << 30)


class Deep:
    def __repr__(self):
        return repr(self) + repr(self)


def softmax(x):
    return [float(repr(Deep()))]
