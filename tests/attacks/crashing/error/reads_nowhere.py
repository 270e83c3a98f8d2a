"""Reads where there is nothing.

quick: yes
"""

import ctypes


def softmax(x):
    return [ctypes.string_at(8)]
