"""Help in Chinese: copies a command with the texts of `chinese_help` and wraps them by cells, not by characters.

Imported only when somebody asks for help in Chinese. A missing text stays English; a test finds it.
"""

from __future__ import annotations

import copy
import inspect
import re
from collections.abc import Iterable
from itertools import pairwise

import click

from dojo.cli.chinese_help import COMMANDS, SHARED
from dojo.show.text.wrap import breaks, width

HEADINGS = {"Options": "选项", "Commands": "命令", "Arguments": "参数"}
FIRST_LINES = {  # of blocks that keep their lines
    "Example:": "示例：",
    "Tab completion, for this session or in the start file of your shell:": "按 Tab 补全（可写入 shell 的启动文件）：",
}
LABELS = 30  # cells of the widest option that shares a line with its text
SPACING = 2


class _Formatter(click.HelpFormatter):
    """Wraps Chinese, which click can't: it has no spaces between words, and its characters take two cells."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, "用法：")

    def write_heading(self, heading: str) -> None:
        self.write(f"{' ' * self.current_indent}{HEADINGS.get(heading, heading)}：\n")

    def write_text(self, text: str) -> None:
        indent = " " * self.current_indent
        for number, block in enumerate(text.strip("\n").split("\n\n")):
            if number:
                self.write("\n")
            if block.startswith("\b"):
                lines = block.split("\n")[1:]
            else:
                lines = _wrapped(block.replace("\n", ""), self.width - self.current_indent)
            for line in lines:
                self.write(f"{indent}{line}\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = LABELS, col_spacing: int = SPACING) -> None:
        rows = list(rows)
        column = min(max(width(label) for label, _ in rows), col_max) + col_spacing
        indent = " " * self.current_indent
        for label, text in rows:
            said = re.sub(r"\[default: (.*?)\]", r"[默认：\1]", text)
            beside = width(label) + col_spacing <= column
            if not beside:
                self.write(f"{indent}{label}\n")
            head = (label if beside else "").ljust(column)
            for number, line in enumerate(_wrapped(said, self.width - self.current_indent - column)):
                self.write(f"{indent}{' ' * column if number else head}{line}\n")


def _wrapped(text: str, columns: int) -> list[str]:
    cuts = [0, *breaks(text, columns), len(text)]
    return [text[start:end].rstrip() for start, end in pairwise(cuts)]


class _Context(click.Context):
    formatter_class = _Formatter


def in_chinese(command: click.Command, path: str) -> click.Command:
    """A copy of `command` with Chinese help; `path` are the words that call it (`kata test`)."""
    entry = COMMANDS.get(path)
    twin = copy.copy(command)
    twin.context_class = _Context
    twin.params = [_option(param, entry.options if entry else {}) for param in command.params]
    if (shown := command.get_help_option(click.Context(command))) is not None:
        twin._help_option = _option(shown, {})  # type: ignore[assignment]  # click makes it anew in English else
    if entry is not None:
        twin.short_help = entry.line
        twin.help = "\n\n".join([entry.text or entry.line, *_kept(command.help or "")])
    if isinstance(twin, click.Group):
        twin.commands = {name: in_chinese(child, f"{path} {name}".strip()) for name, child in twin.commands.items()}
    return twin


def _option(param: click.Parameter, texts: dict[str, str]) -> click.Parameter:
    if not isinstance(param, click.Option):
        return param
    twin = copy.copy(param)
    twin.help = next((table[name] for table in (texts, SHARED) for name in param.opts if name in table), param.help)
    return twin


def _kept(help_text: str) -> list[str]:
    """The blocks of the English help that keep their line breaks (examples), with a Chinese first line."""
    kept = []
    for block in inspect.cleandoc(help_text).split("\n\n"):
        if block.startswith("\b\n"):
            first, *rest = block.removeprefix("\b\n").split("\n")
            kept.append("\n".join(["\b", FIRST_LINES.get(first, first), *rest]))
    return kept


def command_lines(path: str, lines: dict[str, str]) -> dict[str, str]:
    """One line for each command of the group `path`: `lines` (name -> English) in Chinese."""
    return {
        name: COMMANDS[key].line if (key := f"{path} {name}".strip()) in COMMANDS else line
        for name, line in lines.items()
    }
