"""The page of `dojo stats`: what was answered, by topic and kata, what is weak, what was flagged."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TextIO

from msgspec import Struct
from rich.text import Text

from dojo.progress.overview import KataTally, Overview, TopicTally
from dojo.schedule.figures import Figures
from dojo.show.figures import lines as practice
from dojo.show.terminal.console import write_lines
from dojo.show.terminal.streams import line_look
from dojo.show.text.clean import one_line
from dojo.show.text.tables import table
from dojo.show.text.wrap import hang, wrap

WIDEST = 100
BAR = 10

WORDS = {
    "nothing": (
        "Nothing here yet. Start with a first round of questions: dojo quiz",
        "还没有记录。先做一组题：dojo quiz",
    ),
    "title": ("What you have done so far", "到目前为止"),
    "total": (
        "{answers} to {questions}, {share} right; {time} of thinking",
        "共作答 {answers} 次，涉及 {questions} 道题，正确率 {share}，思考用时 {time}",
    ),
    "no_answers": ("no answers yet", "还没有作答"),
    "seen": ("; {seen} of {all} questions seen", "；题库 {all} 道题中已见 {seen} 道"),
    "skipped": ("; {count} skipped", "，跳过 {count} 次"),
    "topic": ("topic", "主题"),
    "questions": ("seen", "已见"),
    "answers": ("answers", "作答"),
    "share": ("right", "正确率"),
    "known": ("last time", "最近一次"),
    "last": ("last seen", "上次练习"),
    "weak": ("Practise next", "接下来练"),
    "weak_line": ("{topic}: {known} right when last asked", "{topic}：最近一次正确率 {known}"),
    "katas": ("Katas", "编程题"),
    "kata": ("kata", "题目"),
    "attempts": ("attempts", "提交"),
    "best": ("best", "最好"),
    "verdict": ("last verdict", "最近判定"),
    "flags": ("Flagged", "已标记"),
    "today": ("today", "今天"),
    "yesterday": ("yesterday", "昨天"),
    "days": ("{count} days ago", "{count} 天前"),
}

VERDICTS = {
    "passed": ("passed", "通过"),
    "failed": ("failed", "未通过"),
    "error": ("error", "出错"),
    "timeout": ("timeout", "超时"),
    "memory": ("memory", "内存超限"),
    "forbidden": ("forbidden", "使用了禁用项"),
    "broken": ("broken", "判题故障"),
}


class Banks(Struct, frozen=True):
    """What the page needs of the question banks: the topics' names, how many questions each has, and flagged stems."""

    titles: Mapping[str, str] = {}
    sizes: Mapping[str, int] = {}
    stems: Mapping[str, str] = {}


NO_BANKS = Banks()


def print_stats(
    overview: Overview,
    figures: Figures,
    lang: str,
    now: float,
    out: TextIO,
    environ: Mapping[str, str],
    banks: Banks = NO_BANKS,
) -> None:
    """Writes the page: styled on a terminal, plain lines elsewhere. `now` is in seconds since the epoch."""
    look = line_look(out, environ)
    lines = page(overview, lang, now, min(look.columns, WIDEST), look.unicode, banks, figures)
    write_lines(lines, look, out, environ)


def page(
    overview: Overview,
    lang: str,
    now: float,
    columns: int,
    unicode: bool = True,
    banks: Banks = NO_BANKS,
    figures: Figures | None = None,
) -> list[Text]:
    """The lines of the page, at most `columns` wide; a topic without a title goes by its short name."""
    if overview.empty:
        return wrap(Text(said("nothing", lang)), columns)
    asked = overview.answers or overview.skipped
    parts = [
        [Text(said("title", lang), "bold"), *(wrap(Text(total(overview, lang, banks)), columns) if asked else [])],
        topics(overview.topics, lang, now, columns, unicode, banks),
        *(practice(figures, lang, columns, unicode) if figures else []),
        weak(overview.weakest, lang, columns, banks.titles),
        katas(overview.katas, lang, now, columns),
        flags(overview, lang, columns, banks.stems),
    ]
    lines: list[Text] = []
    for part in parts:
        lines += [*([Text()] if lines and part else []), *part]
    return lines


def total(overview: Overview, lang: str, banks: Banks = NO_BANKS) -> str:
    """The first line: how much, how well, how long."""
    if not overview.answers:
        return said("no_answers", lang) + (said("skipped", lang, count=overview.skipped) if overview.skipped else "")
    line = said(
        "total", lang, answers=counted(overview.answers, "answer", lang),
        questions=counted(overview.questions, "question", lang),
        share=percent(overview.share), time=duration(overview.seconds, lang),
    )  # fmt: skip
    if banks.sizes:
        seen = sum(tally.questions for tally in overview.topics if tally.topic in banks.sizes)
        line += said("seen", lang, seen=seen, all=sum(banks.sizes.values()))
    return line + (said("skipped", lang, count=overview.skipped) if overview.skipped else "")


def counted(count: int, thing: str, lang: str) -> str:
    """The number; in English with its noun."""
    return str(count) if lang == "zh" else f"{count} {thing}{'' if count == 1 else 's'}"


def topics(
    tallies: tuple[TopicTally, ...], lang: str, now: float, columns: int, unicode: bool, banks: Banks
) -> list[Text]:
    """A row a topic."""
    if not tallies:
        return []
    names = ("topic", "questions", "answers", "share", "known", "last")
    head = [Text(said(name, lang)) for name in names]
    rows = [
        [
            Text(one_line(banks.titles.get(tally.topic, tally.topic))),
            Text(
                f"{tally.questions}/{banks.sizes[tally.topic]}" if tally.topic in banks.sizes else str(tally.questions)
            ),
            Text(str(tally.answers)),
            Text(percent(tally.share)),
            Text(f"{percent(tally.known):>4} {bar(tally.known, unicode)}", shade(tally.known)),
            Text(ago(tally.last, now, lang)),
        ]
        for tally in tallies
    ]
    return table(head, rows, columns, right=frozenset({1, 2, 3}))


def weak(tallies: tuple[TopicTally, ...], lang: str, columns: int, titles: Mapping[str, str]) -> list[Text]:
    """What to practise, each with its command."""
    lines = [Text(said("weak", lang), "bold")] if tallies else []
    for tally in tallies:
        topic = one_line(tally.topic)
        title = one_line(titles.get(tally.topic, tally.topic))
        sentence = said("weak_line", lang, topic=title, known=percent(tally.known))
        lines += hang(Text(f"{sentence}  dojo quiz --topic {topic}"), columns, Text("  "))
    return lines


def katas(tallies: tuple[KataTally, ...], lang: str, now: float, columns: int) -> list[Text]:
    """A row a kata."""
    if not tallies:
        return []
    head = [Text(said(name, lang)) for name in ("kata", "attempts", "best", "verdict", "last")]
    rows = [
        [
            Text(one_line(tally.kata)),
            Text(str(tally.attempts)),
            Text(percent(tally.best)),
            Text(verdict(tally.verdict, lang), "green" if tally.verdict == "passed" else ""),
            Text(ago(tally.last, now, lang)),
        ]
        for tally in tallies
    ]
    return [Text(said("katas", lang), "bold"), *table(head, rows, columns, right=frozenset({1, 2}))]


def flags(overview: Overview, lang: str, columns: int, stems: Mapping[str, str] = NO_BANKS.stems) -> list[Text]:
    """The flagged questions, each with its stem and the learner's note."""
    lines = [Text(said("flags", lang), "bold")] if overview.flags else []
    for flag in overview.flags:
        lines += hang(Text(one_line(flag.question)), columns, Text("  "))
        if stem := stems.get(flag.question):
            lines += hang(Text(one_line(stem), "dim"), columns, Text("    "))
        if flag.note.strip():
            lines += hang(Text(one_line(flag.note)), columns, Text("    → "))
    if lines:
        lines.append(Text("  dojo quiz --flagged"))
    return lines


def said(name: str, lang: str, **values: object) -> str:
    """A phrase, filled in."""
    return WORDS[name][lang == "zh"].format(**values)


def verdict(name: str, lang: str) -> str:
    return VERDICTS[name][lang == "zh"] if name in VERDICTS else one_line(name)


def percent(share: float) -> str:
    """100% and 0% only where it is all and none."""
    rounded = round(100 * share)
    if share not in (0.0, 1.0):
        rounded = min(max(rounded, 1), 99)
    return f"{rounded}%"


def bar(share: float, unicode: bool) -> str:
    full = round(BAR * share)
    return ("█" if unicode else "#") * full + ("░" if unicode else ".") * (BAR - full)


def shade(share: float) -> str:
    return "green" if share >= 0.8 else "yellow" if share >= 0.5 else "red"


def ago(at: float, now: float, lang: str) -> str:
    """The local calendar day of `at`, seen from `now`."""
    days = (datetime.fromtimestamp(now).date() - datetime.fromtimestamp(at).date()).days
    if days < 2:
        return said("yesterday" if days == 1 else "today", lang)
    return said("days", lang, count=days)


def duration(seconds: float, lang: str) -> str:
    """Hours and minutes; below two minutes, seconds."""
    minutes = int(seconds) // 60
    hour, minute, second = ("小时", "分钟", "秒") if lang == "zh" else ("h", "min", "s")
    if minutes < 2:
        return f"{int(seconds)} {second}"
    return f"{minutes // 60} {hour} {minutes % 60} {minute}" if minutes >= 60 else f"{minutes} {minute}"
