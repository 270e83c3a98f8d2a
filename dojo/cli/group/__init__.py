"""`dojo group …`: the repository of a study group."""

from __future__ import annotations

import click

from dojo.cli.lazy import LazyGroup

COMMANDS = {
    "new": ("dojo.cli.group.new", "Write a repository whose pushes are graded, for GitHub or GitLab."),
}


@click.group(cls=LazyGroup, lazy=COMMANDS)
def command() -> None:
    """Set up a study group.

    \b
    Example:
      dojo group new our-katas
    """
