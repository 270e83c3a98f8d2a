"""The page of `dojo plan`: what today holds, the days until the interview, and what will be left."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TextIO

from rich.text import Text

from dojo.progress import Interview
from dojo.schedule.plan import Calendar, Day, date_of, day_of
from dojo.show.terminal.console import write_lines
from dojo.show.terminal.streams import line_look
from dojo.show.text.tables import table
from dojo.show.text.wrap import hang, wrap

WIDEST = 100
SHOWN = 14  # days, unless all are asked for; a plan over months would fill the screen with days that change anyhow
WORDS = {
    "title": (
        "Interview on {date}, in {days} days: {minutes} minutes a day, role {role}",
        "面试日期 {date}，还有 {days} 天：每天 {minutes} 分钟，方向 {role}",
    ),
    "do_today": ("Today", "今天"),
    "quiz": (
        "dojo quiz --count {count}    ({reviews} to review, {new} new)",
        "dojo quiz --count {count}    （复习 {reviews} 道，新题 {new} 道）",
    ),
    "col_day": ("day", "日期"),
    "col_review": ("review", "复习"),
    "col_new": ("new", "新题"),
    "col_katas": ("katas", "编程题"),
    "more": ("… and {days} more days: dojo plan --all", "……另有 {days} 天：dojo plan --all"),
    "later": ("… and {days} more days, not planned yet", "……另有 {days} 天，尚未排入计划"),
    "recall": (
        "Expected on the day: {then}% of all questions remembered, weighted by topic ({now}% without practice).",
        "预计面试当天能记住全部题目的 {then}%（按主题加权；若不再练习为 {now}%）。",
    ),
    "left": (
        "Not reached by then: {questions} questions and {katas} katas. More minutes a day would reach them.",
        "到那时仍未练到：{questions} 道题和 {katas} 道编程题。每天多练几分钟就能覆盖更多。",
    ),
    "none": (
        "No interview is planned. Set one: dojo plan --date YYYY-MM-DD --minutes 25",
        "还没有计划面试。请设置：dojo plan --date YYYY-MM-DD --minutes 25",
    ),
    "dropped": (
        "The plan is dropped. dojo quiz follows the usual schedule.",
        "计划已取消，dojo quiz 恢复平常的安排。",
    ),
    "drop_alone": ("--drop goes alone.", "--drop 只能单独使用。"),
    "needs_date": ("Say when the interview is: --date YYYY-MM-DD", "请给出面试日期：--date YYYY-MM-DD"),
    "bad_date": (
        "{date!r} is not a date; write it like 2026-12-20.",
        "{date!r} 不是日期，请写成 2026-12-20 的形式。",
    ),
    "past": ("{date} is in the past.", "{date} 已经过去了。"),
    "today": (
        "The interview is today. Good luck! For a last look: dojo quiz --missed",
        "面试就在今天，祝你顺利！最后再看一眼错题：dojo quiz --missed",
    ),
    "over": (
        "The interview of {date} is over. For the next one: dojo plan --date YYYY-MM-DD",
        "{date} 的面试已经结束。准备下一场：dojo plan --date YYYY-MM-DD",
    ),
}
_WEEKDAYS = {"en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"), "zh": ("一", "二", "三", "四", "五", "六", "日")}


def print_plan(
    calendar: Calendar, interview: Interview, today: int, lang: str, out: TextIO, environ: Mapping[str, str],
    every_day: bool = False,
) -> None:  # fmt: skip
    """Writes the page: styled on a terminal, plain lines elsewhere."""
    look = line_look(out, environ)
    lines = page(calendar, interview, today, lang, min(look.columns, WIDEST), every_day)
    write_lines(lines, look, out, environ)


def page(
    calendar: Calendar, interview: Interview, today: int, lang: str, columns: int, every_day: bool = False
) -> list[Text]:
    """The lines of the page, at most `columns` wide; the first days, or `every_day` that is planned."""
    days = day_of(interview.date) - today
    title = said("title", lang, date=interview.date, days=days, minutes=f"{interview.minutes:g}", role=interview.role)
    lines = [*wrap(Text(title, "bold"), columns), Text()]
    lines += _today(calendar.days[0], lang, columns)
    head = [Text(said(f"col_{name}", lang)) for name in ("day", "review", "new", "katas")]
    rows = [_row(day, lang) for day in calendar.days[: None if every_day else SHOWN]]
    lines += [Text(), *table(head, rows, columns, right=frozenset({1, 2}))]
    if days > len(rows):
        lines.append(Text(said("later" if every_day else "more", lang, days=days - len(rows)), "dim"))
    percent = {"now": round(100 * calendar.untouched), "then": round(100 * calendar.recall)}
    lines += [Text(), *wrap(Text(said("recall", lang, **percent)), columns)]
    first_time = sum(day.new for day in calendar.days)
    if calendar.unseen > first_time or calendar.katas_left > 0:
        left = said("left", lang, questions=max(calendar.unseen - first_time, 0), katas=max(calendar.katas_left, 0))
        lines += wrap(Text(left), columns)
    return lines


def _today(day: Day, lang: str, columns: int) -> list[Text]:
    lines = [Text(said("do_today", lang), "bold")]
    count = max(day.reviews + day.new, 1)
    quiz = said("quiz", lang, count=count, reviews=day.reviews, new=day.new)
    lines += hang(Text(quiz), columns, Text("  "))
    for slug in day.katas:
        lines += hang(Text(f"dojo kata start {slug}"), columns, Text("  "))
    return lines


def _row(day: Day, lang: str) -> list[Text]:
    at = date_of(day.day)
    weekday = _WEEKDAYS["zh" if lang == "zh" else "en"][at.weekday()]
    return [Text(f"{at.isoformat()} {weekday}"), Text(str(day.reviews)), Text(str(day.new)), Text(", ".join(day.katas))]


def said(name: str, lang: str, **values: object) -> str:
    """A phrase, filled in."""
    return WORDS[name][lang == "zh"].format(**values)
