"""`dojo kata solution`."""

from __future__ import annotations

import click

from dojo.cli.options import confirmed, either, line_lang_option, one_kata, stop


@click.command(name="solution")
@click.argument("slug")
@click.option("--yes", is_flag=True, help="Do not ask whether you really want to see it.")
@line_lang_option
def command(slug: str, yes: bool, lang: str) -> None:
    """Show the reference solution of a kata, and answers to what an interviewer may ask next.

    It asks first, unless you have passed the kata. A long page goes through your pager (PAGER).

    \b
    Example:
      dojo kata solution perplexity --yes
    """
    from dojo.drill.record import passed_katas
    from dojo.show.katas import print_reference

    kata = one_kata(slug, lang)
    if not kata.reference.is_file():
        absent = f"the solution of {slug} is not in this content folder; your group's organiser has it"
        stop(either(lang, absent, f"内容文件夹中没有 {slug} 的参考答案；请询问小组的组织者"))
    en = "Once you have seen it, this kata is no longer an exercise. Show it?"
    unseen = not yes and slug not in passed_katas(lang)
    if unseen and not confirmed(either(lang, en, "看了答案就少了一道练习。确定要看吗？"), lang):
        raise SystemExit(1)
    print_reference(kata, lang)
