"""Runs a session on a stage: a question stands until it is answered, skipped, late, or the one before is taken back.

What follows an answer is `after`'s; marking, keeping and counting are the session's.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from dojo.marking.answer import AnswerError, AnyAnswer, OpenAnswer
from dojo.question.variant import Asked
from dojo.quiz.session import Result
from dojo.show.phrases import say
from dojo.show.quiz.desk import Desk
from dojo.show.quiz.question import Clock, question_page
from dojo.show.quiz.widget import Incomplete, Widget
from dojo.show.terminal.keys import Press
from dojo.show.terminal.page import Page
from dojo.show.text.markup import Look

_TICK = 0.25  # seconds between two looks at the clock
_SETTLE = 1.5  # seconds after time was up in the middle of a word
_IN_WORDS = ("open", "number", "text")
_CONFIDENCE = {"+": 3, "=": 3, "-": 1}


class _Turn(Struct, frozen=True):
    """What has been done about the question that stands, besides answering it; `seconds` is its clock, `leaving` says
    that the last key was one that quits, and that it was warned of."""

    asked: Asked
    widget: Widget
    seconds: Callable[[], float]
    hint: bool = False
    confidence: int | None = None
    notice: str = ""
    leaving: bool = False


def sit(desk: Desk, now: Callable[[], float], limit: float | None) -> str:
    """Asks until the session is over; what the learner wants then: `end`, `review` or `new`. Raises `Quit`.

    `now` counts seconds from any start; `limit` of them are given to each question. A session that was left while the
    points of an answer were to be confirmed goes on there.
    """
    if unconfirmed := desk.session.unconfirmed:
        from dojo.show.quiz.after import after

        after(desk, unconfirmed)
    while True:
        asked = desk.session.current
        desk.stage.turn()
        result = _ask(desk, asked, now, limit) if asked is not None else None
        from dojo.show.quiz.after import after, finale  # once the first question has been seen: nobody waits for it

        if result is not None:
            after(desk, result)
        elif asked is None and (wish := finale(desk)):
            return wish


def _ask(desk: Desk, asked: Asked, now: Callable[[], float], limit: float | None) -> Result | None:
    """The result of one question; None where the one before it was taken back."""
    key = (asked.id, asked.seed)
    started = now() - desk.spent.get(key, 0.0)
    widget = desk.drafts.setdefault(key, widget_for(asked, desk.before, desk.stage.columns))
    turn = _Turn(asked, widget, lambda: now() - started, notice=desk.notice)
    desk.before, desk.notice = None, ""
    desk.heed()
    while True:
        if limit and turn.seconds() >= limit:
            return _over(desk, turn, limit)
        try:
            press = _show(desk, turn, limit)
        except KeyboardInterrupt:
            if turn.leaving or asked.kind != "open" or not _written(turn):
                raise
            turn = replace(turn, leaving=True, notice=say("leave_again", desk.lang, pressed="Ctrl-C"))
            continue
        desk.spent[key] = turn.seconds()
        if press is None or (limit and turn.seconds() >= limit):
            continue
        command, warned = command_of(press, turn.widget), turn.leaving
        turn = replace(turn, notice="", leaving=False)
        if command in ("enter", "ctrl-d"):
            outcome = _try(desk, turn)
            if isinstance(outcome, Result):
                return outcome
            turn = replace(turn, notice=outcome)
        elif command == "s":
            return desk.session.skip(turn.seconds(), hinted=turn.hint)
        elif command == "u":
            if desk.undo():
                return None
            turn = replace(turn, notice=desk.notice)
            desk.notice = ""
        elif command == "q" and not warned and asked.kind == "open" and _written(turn):
            turn = replace(turn, leaving=True, notice=say("leave_again", desk.lang, pressed="q"))
        elif command is not None:
            turn = _aside(desk, turn, command)


def _show(desk: Desk, turn: _Turn, limit: float | None) -> Press | None:
    def build(look: Look) -> Page:
        time = None
        if limit:
            left = limit - turn.seconds()
            time = Clock(left, left + limit * (desk.session.total - desk.session.position - 1))
        status = desk.status(turn.asked, turn.notice)
        status = replace(status, hint=turn.hint, confidence=turn.confidence, time=time)
        return question_page(desk.session, turn.asked, turn.widget, status, look)

    return desk.show(build, _TICK if limit else None)


def command_of(press: Press, widget: Widget) -> str | None:
    """The command that a key is; None where the way of answering took it."""
    if press.key.startswith("alt-"):
        return press.key.removeprefix("alt-")
    if press.key == "?" and widget.typing and widget.empty:
        return "?"
    return None if widget.press(press) else press.key


def _written(turn: _Turn) -> bool:
    """Whether there is text of the learner's own."""
    return turn.asked.kind in _IN_WORDS and not turn.widget.empty


def _over(desk: Desk, turn: _Turn, limit: float) -> Result:
    """Time is up: what is written is the answer as far as it is one, else there is none."""
    if _written(turn):
        try:
            _settle(desk, turn, limit)
        except BaseException:  # Ctrl-C or a hang-up in that moment: the answer stands all the same
            _take(desk, turn, limit)
            raise
    return _take(desk, turn, limit)


def _settle(desk: Desk, turn: _Turn, limit: float) -> None:
    """Lets a moment pass: the keys that are pressed in it were meant for the text, and for no command that follows."""
    until = turn.seconds() + _SETTLE
    turn = replace(turn, notice=say("late", desk.lang))
    while turn.seconds() < until:
        _show(desk, turn, limit)


def _take(desk: Desk, turn: _Turn, limit: float) -> Result:
    outcome = _try(desk, turn, limit) if _written(turn) else ""
    return outcome if isinstance(outcome, Result) else desk.session.skip(limit, late=True, hinted=turn.hint)


def _try(desk: Desk, turn: _Turn, late: float | None = None) -> Result | str:
    """The result of the answer as it stands, or a sentence on what is missing; `late`: the clock took it, then."""
    lang = desk.session.lang
    try:
        answer = turn.widget.answer(lang)
    except Incomplete as missing:
        return say(missing.phrase, lang)
    except AnswerError as error:
        return say("expected", lang, what=error.expected.of(lang))
    if isinstance(answer, OpenAnswer):
        from dojo.marking.rubric import propose

        found = propose(turn.asked, answer.words)
        answer = OpenAnswer(answer.words, found.points, found.claims)
    seconds = turn.seconds() if late is None else late
    proposed = isinstance(answer, OpenAnswer)
    return desk.session.answer(answer, seconds, turn.confidence, turn.hint, late is not None, proposed)


def _aside(desk: Desk, turn: _Turn, command: str) -> _Turn:
    """Hint and confidence belong to the question that stands; all else works on every page."""
    lang = desk.session.lang
    if command == "h":
        return replace(turn, hint=True) if turn.asked.hint else replace(turn, notice=say("no_hint", lang))
    if command == "w" and turn.asked.kind in ("choice", "multi"):
        return replace(turn, notice=say("answer_first", lang))
    if command in _CONFIDENCE:
        wanted = _CONFIDENCE[command]
        if turn.confidence == wanted:
            return replace(turn, confidence=None, notice=say("no_confidence", lang))
        return replace(turn, confidence=wanted, notice=say("sure" if wanted == 3 else "unsure", lang))
    return replace(turn, notice=desk.aside(command, turn.asked))


def widget_for(asked: Asked, before: AnyAnswer | None, columns: int) -> Widget:
    """The way of answering `asked`, holding the answer that was given `before` and taken back."""
    # each import only where its kind is asked: together they cost the first question some milliseconds
    if asked.kind in ("choice", "multi", "boolean"):
        from dojo.show.quiz.pick import Pick

        return Pick(asked, before)
    if asked.kind in ("order", "match"):
        from dojo.show.quiz.arrange import Ordering, Pairing

        return Ordering(asked, before) if asked.kind == "order" else Pairing(asked, before)
    from dojo.show.quiz.write import Writing

    return Writing(asked, before, columns)
