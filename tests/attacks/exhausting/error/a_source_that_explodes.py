"""Small to read, and large to compile: a constant of gigabytes, folded as far as the compiler goes.

also: memory, timeout
"""

TEXT = "x" * 4000
LONG = ((((TEXT * 4000) * 4000) * 4000) * 4000)


def softmax(x):
    return LONG
