"""`dojo kata new`."""

from __future__ import annotations

import os
import re

import click

from dojo.cli.options import either, line_lang_option, stop

_NAME = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")


@click.command(name="new")
@click.argument("slug")
@click.option("--topic", required=True, help="The folder in katas/ and solutions/.")
@line_lang_option
def command(slug: str, topic: str, lang: str) -> None:
    """Write all files of a new kata, as a small example that works, with blanks (___) for its texts.

    Replace the example by your own and fill the blanks; `dojo lint` says what is missing.

    \b
    Example:
      dojo kata new beam_search --topic decoding
    """
    from dojo.content import content_root
    from dojo.drill.skeleton import BLANK, kata_files

    for name in (slug, topic):
        if not _NAME.fullmatch(name):
            en = f"{name!r} is not a valid name; write one like beam_search"
            stop(either(lang, en, f"{name!r} 不能作为名称；请写成 beam_search 这样的形式"))
    root = content_root(os.environ)
    taken = [*root.glob(f"katas/*/{slug}"), *root.glob(f"solutions/*/{slug}")]
    if taken:
        stop(either(lang, f"{slug} exists already: {taken[0]}", f"{slug} 已经存在：{taken[0]}"))
    files = kata_files(topic, slug)
    try:
        for path, text in files.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, encoding="utf-8")
    except OSError as error:
        en = f"{root} cannot be written ({error.strerror}); check the folder's permissions"
        stop(either(lang, en, f"{root} 无法写入（{error.strerror}）；请检查文件夹权限"))
    for path, text in files.items():
        blanks = text.count(BLANK)
        en = f" ({blanks} blank{'' if blanks == 1 else 's'})"
        left = either(lang, en, f"（{blanks} 处空白）") if blanks else ""
        click.echo(f"{either(lang, 'wrote', '写入')} {path}{left}")
    en = f"fill the blanks ({BLANK}), put your own kata in place of the example, then: dojo lint {slug}"
    click.echo(either(lang, en, f"填好空白（{BLANK}），把示例换成你的题目，然后运行：dojo lint {slug}"))
