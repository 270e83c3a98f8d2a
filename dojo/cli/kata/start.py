"""`dojo kata start`."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dojo.cli.options import either, line_lang_option, load_katas, need_torch, one_kata, stop

if TYPE_CHECKING:
    from grader.catalogue import Kata


@click.command(name="start")
@click.argument("slugs", nargs=-1, metavar="[SLUG]...")
@click.option(
    "--next",
    "following",
    is_flag=True,
    help="Start the next kata that you have not passed; in a learners' copy, not begun.",
)
@line_lang_option
def command(slugs: tuple[str, ...], following: bool, lang: str) -> None:
    """Write a folder SLUG/ here with statement, starter and examples. Files that exist are not changed.

    \b
    Example:
      dojo kata start stable_softmax
      dojo kata start gru_cell lstm_cell
      dojo kata start --next
    """
    if bool(slugs) == following:
        en = "name a kata, or say --next for the next one; all katas: dojo kata list"
        stop(either(lang, en, "请指明题目，或用 --next 开始下一道；全部题目：dojo kata list"))
    katas = [_next(lang)] if following else [one_kata(slug, lang) for slug in dict.fromkeys(slugs)]
    for kata in katas:
        need_torch(kata, lang)
    for number, kata in enumerate(katas):
        if number:
            click.echo()
        _start(kata, lang)


def _next(lang: str) -> Kata:
    from dojo.drill.path import coming_kata
    from dojo.drill.record import interview_kept, passed_katas
    from dojo.drill.workspace import begun
    from dojo.schedule.replay import local_day

    katas, passed = load_katas(lang), passed_katas(lang)
    # no pass is recorded in a learners' copy, so there a kata that was worked on counts
    unjudged = begun([kata for kata in katas.values() if kata.released and kata.slug not in passed], Path())
    done = [*passed, *unjudged]
    kata = coming_kata(katas, done, done[-1] if done else None, interview_kept(lang), local_day(time.time()))
    if kata is None and unjudged:
        en = "you have begun every kata here; to do one again: dojo kata reset SLUG"
        stop(either(lang, en, "这里的题目都已动手做过；想重做某一道：dojo kata reset SLUG"), 1)
    if kata is None:
        en = "you have passed every kata; to do one again: dojo kata reset SLUG"
        stop(either(lang, en, "所有题目都已通过；想重做某一道：dojo kata reset SLUG"), 1)
    return kata


def _start(kata: Kata, lang: str) -> None:
    from dojo.drill.workspace import start
    from dojo.show.text.clean import one_line

    slug, zh = kata.slug, lang == "zh"
    try:
        folder, written, kept = start(kata, Path())
    except OSError as error:
        en = f"{slug}/ cannot be written: {error.strerror}; change to a folder of your own and try again"
        stop(either(lang, en, f"{slug}/ 无法写入（{error.strerror}）；请换到你自己的文件夹再试"))
    for path in written:
        click.echo(f"{'写入' if zh else 'wrote'} {path}")
    for path in kept:
        click.echo(f"保留 {path}（已存在，未改动）" if zh else f"kept {path} (it exists already)")
    click.echo()
    title = one_line(kata.title.in_(lang))
    click.echo(f"{title}，约 {kata.minutes} 分钟" if zh else f"{title}, about {kata.minutes} minutes")
    for what, where in (
        (either(lang, "read", "阅读"), f"{folder / f'statement.{lang}.md'}"),
        (either(lang, "or  ", "或者"), f"dojo kata show {slug}"),
        (either(lang, "edit", "编辑"), f"{folder / f'{slug}.py'}"),
        (either(lang, "test", "评测"), f"dojo kata test {slug}"),
    ):
        click.echo(f"  {what}  {where}")
