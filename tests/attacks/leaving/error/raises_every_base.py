"""Exceptions of every base class, and of names that pytest and the judge use for their own."""

import itertools


class Skipped(BaseException):
    pass


class Exit(Exception):
    pass


class Stop(BaseException):
    pass


class Mismatch(AssertionError):
    pass


class XFailed(Skipped):
    pass


TURNS = itertools.cycle(
    [
        SystemExit(0),
        KeyboardInterrupt(),
        GeneratorExit(),
        StopIteration([1.0]),
        StopAsyncIteration(),
        BaseException("base"),
        BaseExceptionGroup("group", [KeyboardInterrupt()]),
        Skipped("skipped"),
        Exit("exit"),
        Stop("stop"),
        Mismatch("mismatch"),
        XFailed("xfailed"),
        AssertionError(),
        Warning("warning"),
    ]
)


def softmax(x):
    raise next(TURNS)
