"""An exception with a text of 100 MB, and arguments that hold themselves."""


def softmax(x):
    size = 100 << 20 if len(x) == 1 else 100 << 10
    raise RuntimeError("\x1b" * size, [x])
