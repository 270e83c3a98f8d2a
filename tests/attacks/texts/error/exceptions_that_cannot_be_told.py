"""Exceptions whose text raises, is huge, is no text, ends the program, and whose class's name is a text for terminals.

quick: yes
"""

import itertools


class Raises(Exception):
    def __str__(self):
        raise ValueError("no text")


class Leaves(Exception):
    def __str__(self):
        raise SystemExit(0)


class Huge(Exception):
    def __str__(self):
        return "\x1b[31m\u202e" * 10_000_000


class NoText(Exception):
    def __str__(self):
        return 5


Terminal = type("\x1b[2J\x1b]0;left behind\x07\u202e[bold red]<script>alert(1)</script>" * 100, (Exception,), {})
Surrogate = type("Odd", (Exception,), {"__str__": lambda self: "\ud800\udfff\n\x00\r::error::owned\n::set-output name=a::b"})
TURNS = itertools.cycle([Raises(), Leaves(), Huge(), NoText(), Terminal("\x9b31m"), Surrogate()])


def softmax(x):
    raise next(TURNS)
