"""Aborts as a failed assertion of C does; a core would be large."""

import os


def softmax(x):
    os.abort()
