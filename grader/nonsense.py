"""Submissions that answer nonsense: what a suite must survive without falling over, and never accept."""

from __future__ import annotations

from collections.abc import Sequence

VALUES = {
    "None": "None",
    "an empty string": "''",
    "an empty list": "[]",
    "an empty dict": "{}",
    "zero": "0",
    "nan": "float('nan')",
    "True": "True",
    "a list of lists": "[[], [None]]",
    "a huge integer": "10 ** 5000",
    "control characters": "'\\x1b[2J\\u202e'",
    "an object equal to everything": "type('Equal', (), {'__eq__': lambda s, o: True, '__len__': lambda s: 3})()",
    "a generator": "(i for i in [0.5, 0.5])",
    "a tuple of None": "(None, None)",
    "an empty array": "__import__('numpy').array([])",
    "an array of objects": "__import__('numpy').array([None, 'x'], dtype=object)",
}

TEMPLATE = """\
class Nonsense:
    def __init__(self, *args, **kwargs):
        pass

    def __call__(self, *args, **kwargs):
        return {value}

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        return self


def answer(*args, **kwargs):
    return {value}


"""


def nonsense(names: Sequence[str]) -> dict[str, str]:
    """Sources, by what they answer, of modules whose functions and objects (the capitalised `names`) all answer it."""
    ends = "".join(f"{name} = {'Nonsense' if name[0].isupper() else 'answer'}\n" for name in names)
    return {name: TEMPLATE.replace("{value}", value) + ends for name, value in VALUES.items()}
