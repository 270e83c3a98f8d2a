"""The pages behind an answer: the points of an open one, the feedback, the follow-up, and the end of the session."""

from __future__ import annotations

from rich.text import Text

from dojo.marking.answer import OpenAnswer
from dojo.question.kinds import FollowUp, Open
from dojo.quiz.session import Result
from dojo.show.quiz.desk import Desk
from dojo.show.quiz.feedback import feedback_page, follow_up_page, points_page
from dojo.show.quiz.review import more_to_say
from dojo.show.quiz.summary import summary_page
from dojo.show.terminal.page import Page
from dojo.show.text.clean import one_line
from dojo.show.text.markup import Look


def after(desk: Desk, result: Result) -> None:
    """Everything between an answer and the next question; ends early where the answer is taken back."""
    question = result.asked.question
    if isinstance(question, Open) and isinstance(result.answer, OpenAnswer):
        confirmed = _confirm(desk, result, question, result.answer)
        if confirmed is None:
            return
        result = confirmed
    if _feedback(desk, result) and isinstance(question, Open) and question.follow_up:
        _follow_up(desk, result, question.follow_up)


def finale(desk: Desk) -> str | None:
    """The page at the end: `end`, `review` or `new`; None where the last answer was taken back."""
    from dojo.show.quiz.guide import guide_lines

    notice = ""

    def build(look: Look) -> Page:
        shown = Text(one_line(notice), "bold yellow") if notice else None
        return summary_page(desk.session, desk.session.lang, look, shown)

    desk.stage.turn()
    while True:
        press = desk.show(build, arrows=True)
        key = press.key if press else ""
        notice = ""
        if key in ("enter", "q", "esc"):
            return "end"
        if key == "n" or (key == "r" and desk.session.missed()):
            return "new" if key == "n" else "review"
        if key == "l":
            desk.switch()
        elif key == "?":
            desk.read(lambda look: guide_lines(desk.session.lang, look))
        elif key == "u":
            if desk.undo():
                return None
            notice, desk.notice = desk.notice, ""


def _confirm(desk: Desk, result: Result, question: Open, answer: OpenAnswer) -> Result | None:
    """The learner says which points were made; None where the answer was taken back. The log has it already."""
    points, count = len(question.rubric), len(question.rubric) + len(question.not_said)
    ticked = {*answer.points, *(points + claim for claim in answer.claims)}
    at, notice = 0, ""

    def build(look: Look) -> Page:
        status = desk.status(result.asked, notice)
        return points_page(desk.session, result.asked, answer.words, ticked, at, status, look)

    desk.stage.turn()
    desk.heed()
    while True:
        press = desk.show(build)
        key = press.key if press else ""
        notice = ""
        if key == " ":
            ticked ^= {at}
        elif (place := _place(key, count)) is not None:
            at = place
            ticked ^= {at}
        elif key in ("up", "down"):
            at = (at + (1 if key == "down" else -1)) % count
        elif key in ("enter", "ctrl-d"):
            chosen = tuple(sorted(place for place in ticked if place < points))
            claims = tuple(sorted(place - points for place in ticked if place >= points))
            return desk.session.amend(OpenAnswer(answer.words, chosen, claims))
        elif key == "u":
            if desk.undo():
                return None
            notice, desk.notice = desk.notice, ""
        else:
            notice = desk.aside(key, result.asked)


def _feedback(desk: Desk, result: Result) -> bool:
    """The page with the verdict; False where the answer was taken back."""
    notice, every = "", False

    def build(look: Look) -> Page:
        return feedback_page(desk.session, result, desk.status(result.asked, notice), look, every)

    desk.stage.turn()
    desk.heed()
    while True:
        press = desk.show(build, arrows=True)
        key = press.key if press else ""
        if key in ("enter", " "):
            return True
        if key == "u":
            if desk.undo():
                return False
            notice, desk.notice = desk.notice, ""
        elif key == "w" and more_to_say(result, desk.session.lang):
            notice, every = "", not every
        else:
            notice = desk.aside(key, result.asked)


def _follow_up(desk: Desk, result: Result, follow_up: FollowUp) -> None:
    """The interviewer's next question, its answer after a key."""
    revealed, notice = False, ""

    def build(look: Look) -> Page:
        status = desk.status(result.asked, notice)
        return follow_up_page(desk.session, result.asked, follow_up, revealed, status, look)

    desk.stage.turn()
    while True:
        press = desk.show(build, arrows=True)
        key = press.key if press else ""
        notice = ""
        if key in ("enter", " "):
            if revealed:
                return
            revealed = True
        else:
            notice = desk.aside(key, result.asked)


def _place(key: str, count: int) -> int | None:
    return int(key) - 1 if key.isascii() and key.isdecimal() and 1 <= int(key) <= count else None
