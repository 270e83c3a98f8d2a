"""Writes over its own objects until something breaks."""

import ctypes


def softmax(x):
    for thing in [x, type(x), None, softmax, *vars(ctypes).values()]:
        ctypes.memset(id(thing), 0x41, 4096)
    return [7.0] * len(x)
