"""What several commands share: the language, the katas, and how a wrong call ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NoReturn

import click

if TYPE_CHECKING:
    from grader.catalogue import Kata


LANG_HELP = "Language of what is said (default: DOJO_LANG, else the locale's)."


def language(asked: str | None, environ: Mapping[str, str]) -> str:
    """`en` or `zh`: as asked, else DOJO_LANG, else Chinese where the locale is Chinese, else English."""
    for said in (asked, environ.get("DOJO_LANG")):
        if said in ("en", "zh"):
            return said
    locale = environ.get("LC_ALL") or environ.get("LC_MESSAGES") or environ.get("LANG") or ""
    return "zh" if locale.lower().startswith("zh") else "en"


def lang_option(command: Any) -> Any:
    """`--lang en|zh`."""
    return click.option(
        "--lang",
        type=click.Choice(["en", "zh"]),
        callback=lambda _context, _option, asked: language(asked, os.environ),
        help=LANG_HELP,
    )(command)


def line_lang_option(command: Any) -> Any:
    """`--lang` for commands that print lines: English, said once, where Chinese cannot be shown."""

    def readable(_context: click.Context, _option: click.Parameter, asked: str | None) -> str:
        from dojo.show.phrases import say
        from dojo.show.screen import can_show_chinese

        lang = language(asked, os.environ)
        if lang == "zh" and not can_show_chinese(sys.stdout.encoding):
            click.echo(say("no_chinese", "en"), err=True)
            lang = "en"
        return lang

    return click.option("--lang", type=click.Choice(["en", "zh"]), callback=readable, help=LANG_HELP)(command)


def load_katas() -> dict[str, Kata]:
    """All katas, by slug; a fault in the catalogue ends the command in a sentence."""
    from dojo.content import content_root
    from grader.catalogue import CatalogueError, load

    root = content_root(os.environ)
    try:
        katas = load(root)
    except CatalogueError as error:
        stop(str(error))
    if not katas:
        stop(f"there are no katas in {root}; DOJO_CONTENT must name a folder with questions/ katas/ solutions/")
    return katas


def one_kata(slug: str) -> Kata:
    """The kata of that name, or the end of the command with the nearest names."""
    import difflib

    katas = load_katas()
    if slug not in katas:
        close = difflib.get_close_matches(slug, katas, n=3)
        stop(
            f"there is no kata {slug!r}" + (f"; did you mean {', '.join(close)}?" if close else "; see: dojo kata list")
        )
    return katas[slug]


def need_torch(kata: Kata) -> None:
    """End the command where a kata needs PyTorch and it is not installed."""
    import importlib.util

    if kata.needs == "pt" and importlib.util.find_spec("torch") is None:
        stop(f"{kata.slug} needs PyTorch, which is not installed; get it: pip install torch")


def stop(sentence: str, status: int = 2) -> NoReturn:
    """Say what is wrong and what to do, and end with `status`."""
    click.echo(f"dojo: {sentence}", err=True)
    raise SystemExit(status)
