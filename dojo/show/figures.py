"""The part of `dojo stats` about practice itself: streak, what comes due, memory, confidence, hard questions."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from dojo.schedule.figures import Figures
from dojo.show.text.clean import one_line
from dojo.show.text.wrap import hang, width, wrap

WEEK = 7
SHOWN = 28  # days of activity in the line of blocks
BAR = 24
BLOCKS = ("▁▂▃▄▅▆▇█", ".:-=+*#@")
WORDS = {
    "practice": ("Practice", "练习情况"),
    "streak": (
        "{streak} in a row; active on {active} of the last {days} days",
        "连续 {streak} 天；最近 {days} 天中有 {active} 天练习",
    ),
    "due": ("Due for review", "到期复习"),
    "today": ("today", "今天"),
    "tomorrow": ("tomorrow", "明天"),
    "in_days": ("in {days} days", "{days} 天后"),
    "later": ("{count} more within {days} days", "此后 {days} 天内还有 {count} 道"),
    "memory": ("Memory", "记忆"),
    "retention": (
        "{measured} of {reviews} on a later day were right; the memory model expected {expected}",
        "隔日复习 {reviews}，正确率 {measured}；记忆模型预计 {expected}",
    ),
    "confidence": ("Confidence", "把握"),
    "sure": ("sure", "有把握"),
    "guess": ("a guess", "猜的"),
    "unsaid": ("not said", "未表明"),
    "sureness": ("{what}: {score} right ({answers})", "{what}：正确率 {score}（{answers}）"),
    "hard": ("Hardest", "最难的题"),
    "question": ("question", "题目"),
    "hard_line": ("{score} right in {answers}  {question}", "{answers} 正确率 {score}  {question}"),
}  # fmt: skip


def said(name: str, lang: str, **values: object) -> str:
    return WORDS[name][lang == "zh"].format(**values)


def lines(figures: Figures, lang: str, columns: int, unicode: bool) -> list[list[Text]]:
    """The parts of the page, each a list of lines."""
    return [part for part in (
        _practice(figures, lang, columns, unicode),
        _due(figures.due, lang, columns, unicode),
        _memory(figures, lang, columns),
        _hardest(figures, lang, columns),
    ) if part]  # fmt: skip


def sureness_name(confidence: int | None) -> str:
    return {3: "sure", 1: "guess"}.get(confidence or 0, "unsaid")


def counted(count: int, thing: tuple[str, str], lang: str) -> str:
    """`3 answers`, `3 次`; `thing` is the noun and the measure word."""
    return f"{count} {thing[1]}" if lang == "zh" else f"{count} {thing[0]}{'' if count == 1 else 's'}"


def percent(share: float) -> str:
    return f"{100 * share:.0f}%"


def _practice(figures: Figures, lang: str, columns: int, unicode: bool) -> list[Text]:
    shown = figures.active[-SHOWN:]
    if not any(shown):
        return []
    streak = figures.streak if lang == "zh" else counted(figures.streak, ("day", ""), lang)
    told = said("streak", lang, streak=streak, active=sum(map(bool, shown)), days=SHOWN)
    blocks, most = BLOCKS[not unicode], max(shown)
    graph = "".join(blocks[round((len(blocks) - 1) * count / most)] if count else " " for count in shown)
    return [Text(said("practice", lang), "bold"), *wrap(Text(told), columns), Text(f"|{graph}|", "green")]


def _due(due: Sequence[int], lang: str, columns: int, unicode: bool) -> list[Text]:
    if not any(due):
        return []
    names = [said("today", lang), said("tomorrow", lang)]
    names += [said("in_days", lang, days=days) for days in range(2, WEEK)]
    widest, most = max(map(width, names)), max(max(due[:WEEK]), 1)
    room = max(min(BAR, columns - widest - 10), 1)
    full = "█" if unicode else "#"
    out = [Text(said("due", lang), "bold")]
    for name, count in zip(names, due, strict=False):
        bar = full * max(round(room * count / most), int(count > 0))
        out.append(
            Text.assemble("  ", name, " " * (widest - width(name) + 2), (bar, "cyan"), f"{' ' if bar else ''}{count}")
        )
    later = sum(due[WEEK:])
    return out + ([Text("  " + said("later", lang, count=later, days=len(due)))] if later else [])


def _memory(figures: Figures, lang: str, columns: int) -> list[Text]:
    out: list[Text] = []
    if figures.reviews:
        told = said(
            "retention", lang, reviews=counted(figures.reviews, ("review", "次"), lang),
            measured=percent(figures.retention), expected=percent(figures.expected),
        )  # fmt: skip
        out += [Text(said("memory", lang), "bold"), *wrap(Text(told), columns)]
    if any(one.confidence for one in figures.sureness):
        told = ("；" if lang == "zh" else "; ").join(
            said("sureness", lang, what=said(sureness_name(one.confidence), lang), score=percent(one.score),
                 answers=counted(one.answers, ("answer", "次"), lang))
            for one in figures.sureness
        )  # fmt: skip
        out += [Text(said("confidence", lang), "bold"), *wrap(Text(told), columns)]
    return out


def _hardest(figures: Figures, lang: str, columns: int) -> list[Text]:
    out = [Text(said("hard", lang), "bold")] if figures.hardest else []
    for one in figures.hardest:
        answers = counted(one.answers, ("answer", "次"), lang)
        told = said("hard_line", lang, score=percent(one.score), answers=answers, question=one_line(one.question))
        out += hang(Text(told), columns, Text("  "))
    return out
