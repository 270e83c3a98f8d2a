"""Topics of a command: titles, which learners read, and the short names that files have and `--topic` takes."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING

from dojo.cli.options import listed, stop

if TYPE_CHECKING:
    from grader.judge.verdicts import Bilingual


def topic_titles(lang: str) -> dict[str, str]:
    """Topic -> its name in `lang`; empty if the banks can't be read (other commands report that)."""
    from dojo.bank.bank import BankError, open_bank
    from dojo.content import cache_home, content_root

    try:
        bank = open_bank(content_root(os.environ), cache_home(os.environ) / "banks")
    except BankError:
        return {}
    return {topic: bank.title(topic).of("zh" if lang == "zh" else "en") for topic in bank.topics}


def kata_topic_titles(topics: Iterable[str]) -> dict[str, Bilingual]:
    """The titles of topics that have katas: from the bank of the same name, else from `katas/topics.yaml`.

    A topic with neither is left out, and so is a file that can't be read: `dojo lint` says what is wrong with it.
    """
    import msgspec

    from dojo.bank.bank import BankError, open_bank
    from dojo.content import cache_home, content_root
    from grader.judge.verdicts import Bilingual
    from grader.yaml_lines import NotYaml, read_yaml

    root = content_root(os.environ)
    topics = list(topics)
    titles: dict[str, Bilingual] = {}
    with suppress(OSError, NotYaml, msgspec.ValidationError):
        written = read_yaml((root / "katas" / "topics.yaml").read_bytes())
        titles = msgspec.convert(written, dict[str, Bilingual])
    for topic in topics:
        if (root / "questions" / f"{topic}.yaml").is_file():
            with suppress(BankError):  # one bank that can't be used takes no other topic's title away
                title = open_bank(root, cache_home(os.environ) / "banks", (topic,)).title(topic)
                titles[topic] = Bilingual(title.of("en"), title.of("zh"))
    return {topic: titles[topic] for topic in topics if topic in titles}


def check_topic(topic: str) -> None:
    """End the command where this can't be the name of a bank."""
    if not re.fullmatch(r"[a-z0-9]+(_[a-z0-9]+)*", topic):
        stop(f"{topic!r} is not a valid topic; write it like gpt_vs_bert")


def known_or_stop(topics: Iterable[str], lang: str) -> None:
    """End the command if there is no such topic, and suggest similar ones, else list all."""
    from dojo.content import content_root
    from dojo.show.phrases import say

    try:
        files = (content_root(os.environ) / "questions").glob("*.yaml")
        known = sorted(path.stem for path in files if path.stem != "sources")
    except OSError:
        known = []
    for topic in topics:
        if known and topic not in known:
            import difflib

            close = difflib.get_close_matches(topic.lower().replace("-", "_"), known, n=3, cutoff=0.5)
            comma, space = ("、", "") if lang == "zh" else (", ", " ")
            near = say("did_you_mean", lang, what=listed(close, lang))
            hint = near if close else say("topics_are", lang, what=comma.join(known))
            stop(say("no_topic", lang, name=topic) + space + hint)
