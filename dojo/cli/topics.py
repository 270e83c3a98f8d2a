"""The topics' names: what a learner reads, where `--topic` takes the short word that files have."""

from __future__ import annotations

import os
from collections.abc import Iterable

from dojo.cli.options import stop


def topic_titles(lang: str) -> dict[str, str]:
    """Topic -> its name in `lang`; empty where the banks can't be read, which other commands tell."""
    from dojo.bank.bank import BankError, open_bank
    from dojo.content import cache_home, content_root

    try:
        bank = open_bank(content_root(os.environ), cache_home(os.environ) / "banks")
    except BankError:
        return {}
    return {topic: bank.title(topic).of("zh" if lang == "zh" else "en") for topic in bank.topics}


def known_or_stop(topics: Iterable[str], lang: str) -> None:
    """Ends the command where there is no such topic, with the nearest ones, else with all."""
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
            hint = ("did_you_mean", close) if close else ("topics_are", known)
            stop(say("no_topic", lang, name=topic) + " " + say(hint[0], lang, what=", ".join(hint[1])))
