"""Reads its own source, evaluates text, changes the limit of recursion, counts references."""

import gc
import inspect
import math
import sys

sys.setrecursionlimit(5000)
formula = eval("lambda value, top: math.exp(value - top)", {"math": math})


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


def softmax(x):
    assert "formula" in inspect.getsource(softmax)
    assert depth(2000) == 2000 and gc.isenabled() in (True, False)
    if not x:
        raise ValueError("no scores")
    powers = [formula(value, max(x)) for value in x]
    return [power / sum(powers) for power in powers]
