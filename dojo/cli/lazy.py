"""A click group whose commands are imported when they are called, so that `dojo quiz` starts at once.

It also decides what is the same for all commands: how a wrong call is worded, how help is shown in Chinese, and how a
command ends if its reader has gone.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import click

from dojo.show.terminal.ending import piped

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
        if parent is None and "--help" in call:
            args = _without_lang(call)  # for the help of commands that have no `--lang`
        shown = self._to_show(call, info_name, parent)
        with _worded(call), piped():
            ctx = super(LazyGroup, shown).make_context(info_name, args, parent, **extra)
        ctx.meta.setdefault(_ARGS, call)
        return ctx

    def invoke(self, ctx: click.Context) -> Any:
        with _worded(ctx.meta.get(_ARGS, ())), piped():
            return super().invoke(ctx)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.lazy)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in self.lazy:
            return None
        command = importlib.import_module(self.lazy[name][0]).command
        assert isinstance(command, click.Command)
        if ctx.resilient_parsing:  # the shell asks what could be typed
            from dojo.cli.completion import complete_names

            complete_names(command, name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and not args[0].startswith("-") and args[0] not in self.lazy:
            import difflib

            from dojo.cli.wrong_calls import UnknownCommand

            close = difflib.get_close_matches(args[0], self.lazy, n=1)
            raise UnknownCommand(args[0], close[0] if close else None, list(self.lazy), ctx)
        name, command, rest = super().resolve_command(ctx, args)
        call = ctx.meta.get(_ARGS, ())
        if command is not None and not isinstance(command, LazyGroup) and _help_in_chinese(call):
            from dojo.cli.chinese import in_chinese

            command = in_chinese(command, _path(ctx, name))
        return name, command, rest

    def _to_show(self, call: Sequence[str], name: str | None, parent: click.Context | None) -> LazyGroup:
        """This group, or a Chinese copy of it if its help is asked for in Chinese."""
        whole = parent.meta.get(_ARGS, call) if parent is not None else call
        if not _help_in_chinese(whole) and (call or parent is None or not _is_chinese(whole)):
            return self
        from dojo.cli.chinese import command_lines, in_chinese

        path = _path(parent, name) if parent is not None else ""
        twin = in_chinese(self, path)
        assert isinstance(twin, LazyGroup)
        lines = command_lines(path, {name: line for name, (_, line) in self.lazy.items()})
        twin.lazy = {name: (module, lines[name]) for name, (module, _) in self.lazy.items()}
        return twin

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in self.lazy.items()])


def _path(parent: click.Context, name: str | None) -> str:
    """The words that call a command: `kata test`, without the program's own name."""
    words = [name or ""]
    while parent.parent is not None:
        words.insert(0, parent.info_name or "")
        parent = parent.parent
    return " ".join(words)


def _without_lang(call: Sequence[str]) -> list[str]:
    """The call without `--lang`, which is read from the whole call where help is shown."""
    return [
        arg
        for before, arg in zip(["", *call], call, strict=False)
        if before != "--lang" and arg != "--lang" and not arg.startswith("--lang=")
    ]


def _help_in_chinese(call: Sequence[str]) -> bool:
    return "--help" in call and _is_chinese(call)


def _is_chinese(call: Sequence[str]) -> bool:
    from dojo.cli.wrong_calls import asked_language
    from dojo.show.terminal.screen import can_show_chinese

    return asked_language(call, os.environ) == "zh" and can_show_chinese(sys.stdout.encoding)


@contextmanager
def _worded(call: Sequence[str]) -> Iterator[None]:
    """Say what is wrong with the call in the language of the call."""
    try:
        yield
    except click.UsageError as error:
        from dojo.cli.wrong_calls import worded

        raise worded(error, call, os.environ) from None
    except (click.Abort, KeyboardInterrupt):
        if not _is_chinese(call):
            raise
        click.echo("已中断！", err=True)
        raise SystemExit(1) from None
