"""`dojo kata history`."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from dojo.cli.options import confirmed, either, line_lang_option, one_kata, stop

if TYPE_CHECKING:
    from dojo.progress.events import Judged


@click.command(name="history")
@click.argument("slug")
@click.argument("number", type=click.IntRange(min=1), required=False, metavar="[N]")
@click.option("--diff", is_flag=True, help="Compare number N, or your last one, with the reference solution.")
@click.option("--yes", is_flag=True, help="Do not ask whether you really want to see the reference.")
@line_lang_option
def command(slug: str, number: int | None, diff: bool, yes: bool, lang: str) -> None:
    """List what you submitted to a kata, oldest first; with N, show that code.

    \b
    Example:
      dojo kata history perplexity
      dojo kata history perplexity 2
      dojo kata history perplexity --diff
    """
    from dojo.show.submissions import print_code, print_diff, print_submissions

    kata = one_kata(slug, lang)
    judged, sources = _kept(slug, lang)
    tries: dict[str, list[Judged]] = {}
    for one in judged:
        tries.setdefault(one.digest, []).append(one)
    if not tries:
        stop(either(lang, f"nothing was submitted to {slug} yet", f"还没有提交过 {slug}"), 1)
    if number is None and not diff:
        print_submissions(list(tries.values()), set(sources), lang)
        return
    number = number or len(tries)
    if number > len(tries):
        stop(either(lang, f"there are {len(tries)} submissions to {slug}", f"{slug} 只有 {len(tries)} 次提交"))
    source = sources.get(list(tries)[number - 1])
    if source is None:
        en = f"the code of number {number} was not kept; it was judged by an older version, or is very large"
        stop(either(lang, en, f"第 {number} 次的代码没有保存：由旧版本评测，或文件过大"), 1)
    if not diff:
        print_code(source)
        return
    passed = any(one.verdict == "passed" for one in judged)
    en = "This shows the reference solution, and you have not passed yet. Show it?"
    question = either(lang, en, "这会显示参考答案，而你还没有通过。确定要看吗？")
    if not passed and not yes and not confirmed(question, lang):
        raise SystemExit(1)
    print_diff(source, kata.reference.read_text(encoding="utf-8"), number, lang)


def _kept(slug: str, lang: str) -> tuple[list[Judged], dict[str, str]]:
    import time

    from dojo.content import data_home
    from dojo.progress import FILE_NAME, ProgressError
    from dojo.progress.reading import exists, open_to_read

    path = data_home(os.environ) / FILE_NAME
    if not exists(path):
        return [], {}
    try:
        with open_to_read(path, time.time) as progress:
            for notice in progress.notices:
                click.echo(notice.say(lang), err=True)
            return progress.verdicts(slug), progress.sources(slug)
    except ProgressError as error:
        stop(error.say(lang))
