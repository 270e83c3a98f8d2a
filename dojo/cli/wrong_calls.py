"""Usage errors in Chinese, for all commands.

Click's own way, gettext, would need a compiled file and a change of the environment, which our judges inherit. Our
command lines can be wrong in few ways, so we word those here.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping, Sequence
from typing import IO, Any

import click

from dojo.cli.options import language


class UnknownCommand(click.UsageError):
    """An unknown command: `near` is a similar one, `known` are all."""

    def __init__(self, name: str, near: str | None, known: Sequence[str], ctx: click.Context) -> None:
        hint = f" Did you mean {near!r}?" if near else f" There are: {', '.join(known)}."
        super().__init__(f"There is no command {name!r}.{hint}", ctx)
        self.name, self.near, self.known = name, near, known


class WrongCall(click.UsageError):
    """A usage error in Chinese, shown the way click shows its own."""

    def show(self, file: IO[Any] | None = None) -> None:
        if self.ctx is not None:
            pieces = " ".join([self.ctx.command_path, *self.ctx.command.collect_usage_pieces(self.ctx)])
            click.echo(f"用法：{pieces}\n运行 {self.ctx.command_path} --help 查看帮助。\n", file, err=True)
        click.echo(f"错误：{self.message}", file, err=True)


def worded(error: click.UsageError, args: Sequence[str], environ: Mapping[str, str]) -> click.UsageError:
    """`error` in the language of the call `args`; unchanged if that is English or the terminal can't show Chinese."""
    from dojo.show.terminal.screen import can_show_chinese

    help_asked = error.message == (error.ctx.get_help() if error.ctx is not None else None)
    if isinstance(error, WrongCall) or help_asked or asked_language(args, environ) != "zh":
        return error
    return WrongCall(_chinese(error), error.ctx) if can_show_chinese(sys.stderr.encoding) else error


def asked_language(args: Sequence[str], environ: Mapping[str, str]) -> str:
    """The language of a call that click could not parse: its last `--lang`, else the environment's."""
    asked = None
    for arg, following in zip(args, [*args[1:], None], strict=True):
        if arg == "--lang":
            asked = following
        elif arg.startswith("--lang="):
            asked = arg.partition("=")[2]
    return language(asked, environ)


def _chinese(error: click.UsageError) -> str:
    if isinstance(error, UnknownCommand):
        near = f"是否想用 {error.near}？" if error.near else f"现有命令：{'、'.join(error.known)}。"
        return f"没有命令 {error.name}。{near}"
    if isinstance(error, click.NoSuchOption):
        near = f"是否想用 {'、'.join(error.possibilities)}？" if error.possibilities else ""
        return f"没有选项 {error.option_name}。{near}"
    if isinstance(error, click.MissingParameter):
        return f"缺少{'选项' if isinstance(error.param, click.Option) else '参数'} {_name(error)}。"
    if isinstance(error, click.BadParameter):
        name = _name(error)
        return f"{name} 的值不对：{_due(error)}。" if name else f"{_due(error)}。"
    if isinstance(error, click.BadOptionUsage):
        return f"选项 {error.option_name} {'缺少取值' if 'requires' in error.message else '不带取值'}。"
    extra = re.search(r"unexpected extra arguments? \((.*)\)", error.message)
    return f"多余的参数：{extra[1]}" if extra else error.message


def _name(error: click.BadParameter) -> str:
    """The option as typed, or the argument as the help names it."""
    if isinstance(error.param, click.Option):
        return error.param.opts[0]
    if error.param is None or not error.param.name:
        return ""
    return (error.param.metavar or error.param.name.upper()).strip("[]….")


def _due(error: click.BadParameter) -> str:
    """What a value has to be, by its type; click's own words for types that no command uses yet."""
    kind = error.param.type if error.param is not None else None
    if isinstance(kind, click.Choice):
        return f"应为 {'、'.join(kind.choices)} 之一"
    if isinstance(kind, click.IntRange | click.FloatRange):
        number = "整数" if isinstance(kind, click.IntRange) else "数"
        low = f"{'大于' if kind.min_open else '不小于'} {kind.min:g}" if kind.min is not None else ""
        high = f"不大于 {kind.max:g}" if kind.max is not None and kind.max < 2**31 else ""
        return f"应为{' 且'.join(filter(None, (low, high)))} 的{number}"
    if isinstance(kind, click.Path):
        return "没有这个文件或目录"
    if found := re.fullmatch(r"`(.*)` is neither a path nor the slug of a kata", error.message):
        return f"没有名为 {found[1]} 的文件、文件夹或题目"
    return error.message.rstrip(".")
