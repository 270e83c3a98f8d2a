"""One line on why a sitting asks what it asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dojo.show.phrases import say

if TYPE_CHECKING:
    from dojo.schedule.queue import Mix


def mix_line(mix: Mix, lang: str) -> str:
    """`Worth most today: 2 you missed, 5 due for review, 3 new.`"""
    parts = (("mix_missed", mix.missed), ("mix_due", mix.due), ("mix_new", mix.new), ("mix_early", mix.early))
    said = [say(name, lang, count=count) for name, count in parts if count]
    parts_said = ("，" if lang == "zh" else ", ").join(said)
    if mix.until:
        return say("mix_until", lang, date=mix.until, parts=parts_said)
    return say("mix", lang, parts=parts_said)
