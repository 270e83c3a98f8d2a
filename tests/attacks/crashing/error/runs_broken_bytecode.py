"""Bytecode that no compiler has made."""


def broken():
    pass


broken.__code__ = broken.__code__.replace(co_code=bytes([100, 255] * 40 + [83, 0]), co_stacksize=0)


def softmax(x):
    return broken()
