"""Tab completion of topics and slugs for every command. Imported only when the shell asks for completions.

Click itself completes commands and options.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

if TYPE_CHECKING:
    _Kind = click.ParamType[Any]
else:  # no generic before click 8.4
    _Kind = click.ParamType


class Names(_Kind):
    """A text that is one of some names; with `paths` it may also be a path."""

    name = "text"

    def __init__(self, known: Callable[[], set[str]], paths: bool = False) -> None:
        self._known = known
        self._paths = paths

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        return value

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """The names that begin with what is typed; if there are none and a path is allowed, files."""
        found = [CompletionItem(name) for name in sorted(self._known()) if name.startswith(incomplete)]
        return found or ([CompletionItem(incomplete, type="file")] if self._paths else [])


def _slugs() -> set[str]:
    from dojo.content import content_root

    return {path.parent.name for path in (content_root(os.environ) / "katas").glob("*/*/kata.yaml")}


def _banks() -> set[str]:
    from dojo.content import content_root

    return {path.stem for path in (content_root(os.environ) / "questions").glob("*.yaml")} - {"sources"}


def _kata_topics() -> set[str]:
    from dojo.content import content_root

    return {path.parent.parent.name for path in (content_root(os.environ) / "katas").glob("*/*/kata.yaml")}


# (command, parameter) -> what it names
NAMED = {
    ("quiz", "named"): Names(_banks),
    ("quiz", "topics"): Names(_banks),
    ("quiz", "kata"): Names(_slugs),
    ("export", "topics"): Names(_banks),
    ("list", "banks"): Names(_banks),
    ("search", "topics"): Names(_banks),
    ("import", "topic"): Names(_banks),
    ("list", "topics"): Names(_kata_topics),
    ("drill", "topics"): Names(_kata_topics),
    ("list", "words"): Names(_slugs),
    ("show", "slug"): Names(_slugs),
    ("start", "slugs"): Names(_slugs),
    ("test", "path"): Names(_slugs, paths=True),
    ("watch", "path"): Names(_slugs, paths=True),
    ("reset", "slug"): Names(_slugs),
    ("hint", "slug"): Names(_slugs),
    ("history", "slug"): Names(_slugs),
    ("solution", "slug"): Names(_slugs),
    ("similar", "slug"): Names(_slugs),
    ("grade", "slug"): Names(_slugs),
    ("grade", "required"): Names(_slugs),
    ("new", "required"): Names(_slugs),
}


def complete_names(command: click.Command, name: str) -> None:
    """Let the parameters of `command` that stand for topics or slugs complete them."""
    for param in command.params:
        if (kind := NAMED.get((name, param.name or ""))) is not None:
            param.type = kind
