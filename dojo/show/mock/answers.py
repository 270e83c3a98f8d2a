"""What was answered to a question that is not open, and what is right, as texts: without the letters of the screen."""

from __future__ import annotations

from dojo.marking.answer import (
    AnyAnswer,
    BooleanAnswer,
    ChoiceAnswer,
    MatchAnswer,
    MultiAnswer,
    OrderAnswer,
)
from dojo.marking.correct import correct
from dojo.question.kinds import Boolean, Choice, Lang, Match, Multi, Order
from dojo.question.variant import Asked
from dojo.show.phrases import say


def given(asked: Asked, answer: AnyAnswer, lang: Lang) -> list[str] | None:
    """The parts of an answer as texts; None for one that was typed or whose options the bank has no longer."""
    if isinstance(answer, BooleanAnswer):
        return [say("true" if answer.value else "false", lang)]
    if isinstance(answer, ChoiceAnswer):
        places: tuple[int, ...] = (answer.place,)
    elif isinstance(answer, MultiAnswer | OrderAnswer | MatchAnswer):
        places = answer.places
    else:
        return None
    if any(place >= len(asked.shown) for place in places):
        return None
    texts = [asked.shown[place].of(lang) for place in places]
    if isinstance(answer, MatchAnswer):
        return [f"{left.of(lang)} → {right}" for left, right in zip(asked.left, texts, strict=False)]
    return texts


def right(asked: Asked, lang: Lang) -> list[str]:
    """The right answer as texts."""
    question = asked.question
    if isinstance(question, Boolean):
        return [say("true" if question.answer else "false", lang)]
    if isinstance(question, Choice | Multi):
        return [option.text.of(lang) for option in question.options if option.right]
    if isinstance(question, Order):
        return [item.of(lang) for item in question.items]
    if isinstance(question, Match):
        return [f"{pair.left.of(lang)} → {pair.right.of(lang)}" for pair in question.pairs]
    return [correct(asked).of(lang)]
