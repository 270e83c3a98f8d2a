"""The pages of a mock interview on a screen: a question, the kata, a follow-up, the candidate's own questions."""

from __future__ import annotations

from collections.abc import Collection

from rich.text import Text

from dojo.mock.interview import Code, Confirm, FollowUp, Interview, Own, Question
from dojo.question.kinds import Lang, Open
from dojo.show.mock.words import said
from dojo.show.phrases import clock, say
from dojo.show.quiz.question import what_to_do
from dojo.show.quiz.widget import Widget
from dojo.show.quiz.write import Writing
from dojo.show.terminal.editor import Field
from dojo.show.terminal.page import Page
from dojo.show.text.clean import clean, one_line
from dojo.show.text.markup import Look, flat, render
from dojo.show.text.wrap import hang, wrap


class Free(Writing):
    """A field of several lines for words that answer no question of a bank."""

    def __init__(self, columns: int) -> None:
        self._lines = True
        self._columns = columns
        self.typing = True
        self.field = Field("", 0, True)


def header(interview: Interview, lang: str) -> tuple[Text, Text]:
    """The section and what stands in it to the left; its clock and that of the interview to the right."""
    stands, section = interview.stands, interview.section
    left = Text.assemble(("NLP Dojo", "dim"), "  ", (said(section, lang), "bold"))
    if isinstance(stands, Question | FollowUp) and stands.total:
        left.append(f" {stands.number}/{stands.total}")
    if interview.ended is not None:
        return left, Text(f"{clock(interview.ended)}/{clock(interview.outline.minutes * 60)} ", "dim")
    spent, budget = interview.section_clock().seconds(), interview.outline.budget(section)
    every, minutes = interview.clock.seconds(), interview.outline.minutes * 60
    right = Text.assemble(
        (clock(spent), "bold red" if spent > budget else "bold"), f"/{clock(budget)}",
        (f"  {clock(every)}/{clock(minutes)} ", "red" if every > minutes else "dim"),
    )  # fmt: skip
    return left, right


def stem_lines(stands: Question, lang: Lang, look: Look) -> list[Text]:
    """The question, and what to do about it."""
    lines = render(stands.asked.stem.of(lang), look)
    if stands.asked.question.as_of:
        lines.append(Text(say("as_of", lang, when=one_line(stands.asked.question.as_of)), "dim"))
    return [*lines, Text(), Text(what_to_do(stands.asked, lang), "dim italic")]


def page(interview: Interview, widget: Widget, lang: Lang, around: list[Text], notice: Text | None, look: Look,
         inner: Look) -> Page:  # fmt: skip
    """The page of a question, a follow-up or the candidate's own questions; `around` stands above everything."""
    stands = interview.stands
    lines = [*around]
    keys = [*widget.keys(lang)]
    if isinstance(stands, Question):
        lines += stem_lines(stands, lang, inner)
    elif isinstance(stands, FollowUp):
        follow_up = getattr(stands.asked.question, "follow_up", None)
        lines += [Text(said("follow_up", lang), "bold"), Text()]
        lines += render(follow_up.stem.of(lang), inner) if follow_up else []
        lines += [Text(), Text(say("do_open", lang), "dim italic")]
    elif isinstance(stands, Own):
        lines += [*wrap(Text(said("own_do", lang)), inner.columns), Text()]
        for note in interview.notes:
            lines += hang(Text(one_line(note), "dim"), inner.columns, Text("- "))
        lines += [Text()] if interview.notes else []
    start = len(lines)
    drawn = widget.draw(inner, lang)
    lines += drawn.lines
    cursor = (drawn.cursor[0] + start, drawn.cursor[1]) if drawn.cursor else None
    focus = (drawn.focus[0] + start, drawn.focus[1] + start) if drawn.focus else None
    if not widget.typing:
        keys += [("s", said("key_skip", lang)), _language(look, lang), ("q", said("key_leave", lang))]
    return Page(header(interview, lang), lines, keys, notice, cursor, focus)


def confirm_page(
    interview: Interview, stands: Confirm, ticked: Collection[int], at: int, lang: Lang, around: list[Text],
    look: Look, inner: Look,
) -> Page:  # fmt: skip
    """The rubric of an open question with what was found ticked; false claims follow the points, numbered on."""
    question = stands.asked.question
    assert isinstance(question, Open)
    lines = [*around, Text(say("points_title", lang), "bold")]
    lines += [*wrap(Text(say("points_note", lang), "dim"), inner.columns), Text()]
    texts = [point.point for point in question.rubric] + [claim.claim for claim in question.not_said]
    focus = (0, 0)
    for place, text in enumerate(texts):
        good = place < len(question.rubric)
        if place == len(question.rubric):
            lines += [Text(), Text(say("claims_title", lang), "bold")]
        start = len(lines)
        sign = ("■", "bold green" if good else "bold red") if place in ticked else ("□", "dim")
        first = Text.assemble(("▸ " if place == at else "  ", "bold"), sign, f" {place + 1}  ")
        lines += hang(flat(text.of(lang), inner), inner.columns, first)
        if place == at:
            focus = (start, len(lines) - 1)
    lines += [Text(), Text(say("the_question", lang), "dim"), *render(stands.asked.stem.of(lang), inner)]
    lines += [Text(), Text(say("your_words", lang), "dim"), *wrap(Text(clean(stands.answer.words)), inner.columns)]
    keys = [(f"1-{len(texts)}", say("key_toggle", lang)), ("Enter", say("key_confirm", lang)), _language(look, lang)]
    return Page(header(interview, lang), lines, [*keys, ("q", said("key_leave", lang))], None, focus=focus)


def code_page(
    interview: Interview, statement: list[Text], file: str, lang: Lang, around: list[Text], notice: Text | None,
    look: Look, inner: Look,
) -> Page:  # fmt: skip
    """The page of the kata: where the file is, how often it was saved, the task. No verdict."""
    assert isinstance(interview.stands, Code)
    count = len(interview.saves)
    last = clock(interview.saves[-1].clock) if count else ""
    saves = said("saves", lang, count=count, time=last) if count else said("saves_none", lang)
    lines = [
        *around, *wrap(Text(said("file", lang, file=file), "cyan"), inner.columns),
        *wrap(Text(said("do_code", lang), "dim"), inner.columns), Text(saves, "bold" if count else "dim"), Text(),
        *statement,
    ]  # fmt: skip
    keys = [("e", said("key_edit", lang)), ("n n", said("key_done", lang)), _language(look, lang)]
    return Page(header(interview, lang), lines, [*keys, ("q", said("key_leave", lang))], notice)


def _language(look: Look, lang: str) -> tuple[str, str]:
    return "l", said("key_lang" if look.unicode else "key_lang_ascii", lang)
