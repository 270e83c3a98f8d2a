"""What several commands share: the language, loading katas, asking a question, and ending with an error."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from dojo.show.language import language as language
from dojo.show.terminal.ending import stop as stop

if TYPE_CHECKING:
    from pathlib import Path

    from grader.catalogue import Kata


KINDS = ("choice", "multi", "boolean", "number", "text", "order", "match", "open")  # as `dojo.question.kinds` has them
LANG_HELP = "Language of the output (default: DOJO_LANG, else your locale)."
SANDBOXES = "auto uses the best sandbox there is, require stops if there is none, off uses none."


def lang_option(command: Any) -> Any:
    """`--lang en|zh`."""
    return click.option(
        "--lang",
        type=click.Choice(["en", "zh"]),
        callback=lambda _context, _option, asked: language(asked, os.environ),
        help=LANG_HELP,
    )(command)


def line_lang_option(command: Any) -> Any:
    """`--lang` for commands that print lines. If the terminal can't show Chinese, it says so once and uses English."""

    def readable(_context: click.Context, _option: click.Parameter, asked: str | None) -> str:
        from dojo.show.phrases import say
        from dojo.show.terminal.screen import can_show_chinese

        lang = language(asked, os.environ)
        if lang == "zh" and not can_show_chinese(sys.stdout.encoding):
            click.echo(say("no_chinese", "en"), err=True)
            lang = "en"
        return lang

    return click.option("--lang", type=click.Choice(["en", "zh"]), callback=readable, help=LANG_HELP)(command)


def load_katas(lang: str) -> dict[str, Kata]:
    """All katas by slug. A fault in the catalogue ends the command with a sentence."""
    from dojo.content import content_root
    from grader.catalogue import CatalogueError, load

    root = content_root(os.environ)
    try:
        katas = load(root)
    except CatalogueError as error:
        stop(str(error))
    if not katas:
        en = f"there are no katas in {root}; DOJO_CONTENT must name a folder with questions/ katas/ solutions/"
        zh = f"{root} 中没有题目；DOJO_CONTENT 应指向含有 questions/ katas/ solutions/ 的文件夹"
        stop(either(lang, en, zh))
    return katas


def one_kata(slug: str, lang: str) -> Kata:
    """The kata of that name. If there is none, end the command and suggest similar names."""
    katas = load_katas(lang)
    if slug not in katas:
        import difflib

        near = listed(difflib.get_close_matches(slug, katas, n=3), lang)
        absent = either(lang, f"there is no kata {slug!r}; ", f"没有名为 {slug!r} 的题目；")
        close = either(lang, f"did you mean {near}?", f"是否想找 {near}？")
        stop(absent + (close if near else either(lang, "see: dojo kata list", "见 dojo kata list")))
    return katas[slug]


def need_torch(kata: Kata, lang: str) -> None:
    """End the command if the kata needs PyTorch and it is not installed."""
    import importlib.util

    if kata.needs == "pt" and importlib.util.find_spec("torch") is None:
        en = f"{kata.slug} needs PyTorch, which is not installed; get it: pip install torch"
        stop(either(lang, en, f"{kata.slug} 需要 PyTorch，但尚未安装；请运行：pip install torch"))


def confirmed(question: str, lang: str) -> bool:
    """Ask yes or no on the terminal; an empty answer is no. Raises `click.Abort` at the end of the input."""
    while True:
        click.echo(f"{question} {either(lang, '[y/N]', '[y 是 / N 否]')} ", nl=False)
        try:
            answer = input().strip().lower()
        except (EOFError, KeyboardInterrupt):
            click.echo()
            raise click.Abort from None
        if answer in ("y", "yes", "是", "好", "要", "ｙ"):
            return True
        if answer in ("", "n", "no", "否", "不", "不要", "ｎ"):
            return False
        click.echo(either(lang, "Please answer y or n.", "请输入 y 或 n。"))


def either(lang: str, en: str, zh: str) -> str:
    """`zh` if `lang` is `zh`, else `en`."""
    return zh if lang == "zh" else en


def examples_only(lang: str) -> str:
    """What is said where a kata's hidden suite is elsewhere."""
    en = "These are the examples only. The hidden suite is not in this content folder; it runs in your group's CI."
    return either(lang, en, "以上只是示例。这个内容文件夹里没有隐藏测试；隐藏测试在小组的 CI 中运行。")


def listed(names: Sequence[str], lang: str) -> str:
    """Names of which one may be meant: `a, b or c`."""
    if lang == "zh":
        return "、".join(names)
    return " or ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def short(path: Path) -> str:
    """The path as it is typed here."""
    here = path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
