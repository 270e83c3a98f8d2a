"""`dojo kata list`."""

from __future__ import annotations

import click

from dojo.cli.options import either, line_lang_option, load_katas


@click.command(name="list")
@click.option("--topic", help="Only katas of this topic.")
@line_lang_option
def command(topic: str | None, lang: str) -> None:
    """Show all katas: topic, level, minutes, and which you have passed.

    \b
    Example:
      dojo kata list --topic attention
    """
    from dojo.cli.options import stop
    from dojo.cli.topics import topic_titles
    from dojo.show.katas import print_list

    katas = list(load_katas(lang).values())
    topics = sorted({kata.topic for kata in katas})
    if topic is not None and topic not in topics:
        known = ", ".join(topics)
        en = f"there is no topic {topic!r} with katas; there are: {known}"
        stop(either(lang, en, f"没有名为 {topic!r} 的主题；现有：{known}"))
    print_list([kata for kata in katas if topic in (None, kata.topic)], _passed(), lang, topic_titles(lang))


def _passed() -> set[str]:
    """Katas with a passed verdict in the progress file; none where there is no file that can be read."""
    import os
    import time

    from dojo.content import data_home
    from dojo.progress import FILE_NAME, ProgressError
    from dojo.progress.reading import exists, open_to_read

    path = data_home(os.environ) / FILE_NAME
    if not exists(path):
        return set()
    try:
        with open_to_read(path, time.time) as progress:
            return {judged.kata for judged in progress.verdicts() if judged.verdict == "passed"}
    except ProgressError:
        return set()
