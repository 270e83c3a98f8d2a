"""`dojo kata …`: one module a command; `after` is what the page of a verdict needs besides."""

from __future__ import annotations

import click

from dojo.cli.lazy import LazyGroup

COMMANDS = {
    "list": ("dojo.cli.kata.list", "Show all katas by topic: level, minutes, and which you have passed."),
    "show": ("dojo.cli.kata.show", "Show a kata's statement."),
    "start": ("dojo.cli.kata.start", "Write a folder with statement, starter and examples."),
    "test": ("dojo.cli.kata.test", "Grade your file: examples first, then the hidden suite."),
    "watch": ("dojo.cli.kata.watch", "Grade your file each time you save it."),
    "reset": ("dojo.cli.kata.reset", "Start a kata over; your file is kept beside it."),
    "hint": ("dojo.cli.kata.hint", "Show a hint by its number; each says more than the one before."),
    "new": ("dojo.cli.kata.new", "Write all files of a new kata, for authors."),
    "history": ("dojo.cli.kata.history", "List what you submitted to a kata; show one, or compare it."),
    "solution": ("dojo.cli.kata.solution", "Show the reference solution."),
}


@click.group(cls=LazyGroup, lazy=COMMANDS)
def command() -> None:
    """Write code and have it graded by a hidden suite.

    \b
    Example:
      dojo kata start stable_softmax
      dojo kata test stable_softmax
    """
