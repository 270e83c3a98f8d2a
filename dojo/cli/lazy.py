"""A click group whose commands are imported when they are called, so that `dojo quiz` starts at once.

What is the same for all commands is decided here, too: how a wrong call is worded, and how one ends whose reader left.
"""

from __future__ import annotations

import errno
import importlib
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import click

CLOSED_PIPE = 141  # as a shell gives it for a process that SIGPIPE ended
_ARGS = "dojo.cli.lazy.args"  # in a context's `meta`: the whole call


class LazyGroup(click.Group):
    """`lazy` maps a command's name to the module that holds it as `command`, and to one line for the help."""

    def __init__(self, *args: Any, lazy: Mapping[str, tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lazy = lazy

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        call = list(args)
        with _worded(call), _piped():
            ctx = super().make_context(info_name, args, parent, **extra)
        ctx.meta.setdefault(_ARGS, call)
        return ctx

    def invoke(self, ctx: click.Context) -> Any:
        with _worded(ctx.meta.get(_ARGS, ())), _piped():
            return super().invoke(ctx)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.lazy)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in self.lazy:
            return None
        command = importlib.import_module(self.lazy[name][0]).command
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and not args[0].startswith("-") and args[0] not in self.lazy:
            import difflib

            from dojo.cli.wrong_calls import UnknownCommand

            close = difflib.get_close_matches(args[0], self.lazy, n=1)
            raise UnknownCommand(args[0], close[0] if close else None, list(self.lazy), ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in self.lazy.items()])


@contextmanager
def _worded(call: Sequence[str]) -> Iterator[None]:
    """What is wrong with the call, said in its language."""
    try:
        yield
    except click.UsageError as error:
        from dojo.cli.wrong_calls import worded

        raise worded(error, call, os.environ) from None


@contextmanager
def _piped() -> Iterator[None]:
    """Ends the command, without a word, where nobody reads any more what it prints; in a sentence on a full disk."""
    try:
        try:
            yield
        finally:
            if sys.stdout is not None:
                sys.stdout.flush()  # else the closed pipe would be met when Python ends, with a status of its own
    except BrokenPipeError:
        from dojo.show.terminal.streams import abandon_output

        abandon_output()
        raise SystemExit(CLOSED_PIPE) from None
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        from dojo.cli.options import stop
        from dojo.show.terminal.streams import abandon_output

        abandon_output()
        stop(str(error.strerror))
