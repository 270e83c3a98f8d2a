"""Rich's console, printing lines directly or through a pager, and a progress bar."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TextIO

import rich.console
from rich.text import Text

from dojo.show.terminal.screen import has_unicode
from dojo.show.terminal.streams import line_writer
from dojo.show.text.clean import clean, plain_ascii
from dojo.show.text.markup import Look

_PROMPT = r"-Ps q\: exit   space\: next page   /word\: search $"  # of less; in ASCII, for every locale
UNWRAPPED = 100_000  # cells: outside a terminal nobody says how wide a line may be


class Console(rich.console.Console):
    """Raises `BrokenPipeError` if its reader has gone; rich's own console would end the process with status 1."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


def columns() -> int:
    """Width of standard output in cells; if it is no terminal, nothing is wrapped."""
    console = Console()
    return console.width if console.is_terminal else UNWRAPPED


def rows() -> int | None:
    """Height of the screen; None if standard output is no terminal."""
    console = Console()
    return console.height if console.is_terminal else None


def print_lines(lines: Sequence[Text], *, paged: bool = False) -> None:
    """Print lines that are already wrapped. With `paged`, more than a screenful goes through `PAGER`."""
    console = Console(highlight=False, soft_wrap=True)
    unicode = has_unicode(os.environ, console.encoding)

    def print_all() -> None:
        for line in lines:
            # whatever file it came from; one character for each, so that the styles stay in their places
            plain = clean(line.plain.replace("\u00a0", " ").replace("\t", " ").replace("\r", " "))
            console.print(Text(plain, style=line.style, spans=line.spans) if unicode else Text(plain_ascii(plain)))

    if paged and console.is_terminal and not console.is_dumb_terminal and len(lines) >= console.height:
        os.environ.setdefault("LESS", f"-R {_PROMPT}")  # -R: colours are shown as such, not as escape sequences
        with console.pager(styles=True):
            print_all()
    else:
        print_all()


def write_lines(lines: Iterable[Text], look: Look, out: TextIO, environ: Mapping[str, str]) -> None:
    """Lines that are laid out already: styled on a terminal, plain elsewhere."""
    if out.isatty() and look.unicode:
        console = Console(file=out, highlight=False, markup=False, emoji=False, _environ=environ)
        for line in lines:
            console.print(line, soft_wrap=True)
    else:
        write = line_writer(out, look)
        for line in lines:
            write(line.plain)


@contextmanager
def progress(total: int, lang: str) -> Iterator[Callable[[], None]]:
    """A progress bar on standard error: each call of the function that it yields is one step of `total`."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    columns = (
        TextColumn("评测" if lang == "zh" else "grading"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("", total=total)
        yield lambda: bar.advance(task)
