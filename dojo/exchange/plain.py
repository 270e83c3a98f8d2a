"""Questions as plain data, for review and for other programs: with the key, or so that nothing tells it."""

from __future__ import annotations

from typing import Any

from msgspec import to_builtins

from dojo.marking.answer import LETTERS
from dojo.marking.correct import correct
from dojo.question.kinds import Boolean, Choice, Match, Multi, Number, Open, Order, Term
from dojo.question.variant import Asked, variant_of


def exported(asked: Asked, with_answer: bool) -> dict[str, Any]:
    """One question in one variant: what a learner sees of it, and, `with_answer`, what a learner is told afterwards."""
    question = asked.question
    data: dict[str, Any] = {
        "id": question.id,
        "topic": question.topic,
        "kind": question.kind,
        "level": question.level,
        "as_of": question.as_of,
        "seed": asked.seed,
        "stem": asked.stem,
    }
    if isinstance(question, (Choice, Multi)):
        data["options"] = _lettered(asked, LETTERS)
    elif isinstance(question, Order):
        data["items"] = _lettered(asked, LETTERS)
    elif isinstance(question, Match):
        data["left"] = [{"letter": LETTERS[place], "text": text} for place, text in enumerate(asked.left)]
        data["right"] = [{"number": place + 1, "text": text} for place, text in enumerate(asked.shown)]
    elif isinstance(question, Number):
        data["unit"] = question.unit
        data["variant"] = variant_of(asked)
    if with_answer:
        data["variant"] = variant_of(asked)
        data["sources"] = list(question.sources)  # a section's name can tell the answer
        data["hint"] = asked.hint
        data["answer"] = correct(asked)
        data["explanation"] = asked.explanation
        data.update(_key(asked))
    built: dict[str, Any] = to_builtins(data)
    return built


def _lettered(asked: Asked, letters: str) -> list[dict[str, Any]]:
    return [{"letter": letters[place], "text": text} for place, text in enumerate(asked.shown)]


def _key(asked: Asked) -> dict[str, Any]:
    """What of the answer is more than its line."""
    question = asked.question
    if isinstance(question, (Choice, Multi)):
        options = [question.options[place] for place in asked.order]
        return {
            "options": [
                {"letter": LETTERS[place], "text": option.text, "right": option.right, "why": option.why}
                for place, option in enumerate(options)
            ]
        }
    if isinstance(question, Number):
        return {"value": asked.answer, "tolerance": question.tolerance, "traps": asked.traps}
    if isinstance(question, Term):
        return {"answers": question.answers, "near_misses": question.near_misses}
    if isinstance(question, Open):
        return {"rubric": question.rubric, "not_said": question.not_said, "follow_up": question.follow_up}
    return {"value": question.answer} if isinstance(question, Boolean) else {}
