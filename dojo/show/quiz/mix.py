"""One line on why a sitting asks what it asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dojo.schedule.queue import Mix


WORDS = {
    "mix": ("Worth most today: {parts}.", "今天最值得做的：{parts}。"),
    "until": ("Worth most for {date}: {parts}.", "为 {date} 准备：{parts}。"),
    "missed": ("{count} you missed", "错题 {count} 道"),
    "kata": ("{count} on a kata you failed", "未过编程题相关 {count} 道"),
    "due": ("{count} due for review", "到期复习 {count} 道"),
    "new": ("{count} new", "新题 {count} 道"),
    "early": ("{count} before they are due", "提前复习 {count} 道"),
}


def mix_line(mix: Mix, lang: str) -> str:
    """`Worth most today: 2 you missed, 5 due for review, 3 new.`"""
    parts = (
        ("missed", mix.missed), ("kata", mix.kata), ("due", mix.due), ("new", mix.new),
        ("early", mix.early),
    )  # fmt: skip
    said = [_say(name, lang, count=count) for name, count in parts if count]
    parts_said = ("，" if lang == "zh" else ", ").join(said)
    if mix.until:
        return _say("until", lang, date=mix.until, parts=parts_said)
    return _say("mix", lang, parts=parts_said)


def _say(name: str, lang: str, **values: object) -> str:
    return WORDS[name][lang == "zh"].format(**values)
