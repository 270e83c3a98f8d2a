"""Marks an answer: right, partly or wrong, with a score from 0 to 1 and what to say to the learner.

No strategy without knowledge is worth more, on average, than guessing at a choice of as many options (up to seven, and
the bank holds no more): `multi` by
net-correct ticks, `order` by Kendall's tau, `match` by hits over those expected by chance, each 0 on average for who
knows nothing, and not below 0. An open question is the learner's own word, so the bound does not hold there.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from itertools import combinations

from dojo.marking.answer import (
    AnyAnswer,
    BooleanAnswer,
    ChoiceAnswer,
    MatchAnswer,
    MultiAnswer,
    NumberAnswer,
    OpenAnswer,
    OrderAnswer,
    TextAnswer,
)
from dojo.marking.correct import correct
from dojo.marking.mark import RIGHT, WRONG, Mark, Note, Outcome
from dojo.question.kinds import Boolean, Choice, Match, Multi, Number, Open, Order, Term, Text
from dojo.question.variant import Asked

__all__ = ["Mark", "Note", "Outcome", "correct", "mark", "net_correct", "over_chance", "tau"]

_GLOSS = re.compile(r"\s*(.+?)\s*[（(]\s*([^（()）]+?)\s*[)）]\s*")
_OR = re.compile(r"[,，、/;；]")  # 困惑度（perplexity）, teacher forcing (教师强制), 谄媚（sycophancy，迎合用户）
_NO_REASON = Text("", "")  # the review marks the option as right and not chosen
_NOT_RIGHT = Text("This one is not right.", "这一项不对。")
_UNSAID = Text("A complete answer says this.", "完整的回答会说到这一点。")


def mark(asked: Asked, answer: AnyAnswer, knows: Callable[[str], bool] = lambda term: False) -> Mark:
    """The mark of an answer to what was asked. `knows` tells whether a folded word is another known answer.

    Raises TypeError for an answer of another kind than the question.
    """
    score, notes = _score(asked, answer, knows)
    outcome: Outcome = "right" if score == 1 else "wrong" if score <= 0 else "partly"
    return Mark(outcome, max(score, WRONG), correct(asked), tuple(notes))


def net_correct(right_ticked: int, wrong_ticked: int, right: int, wrong: int) -> Fraction:
    """Share of right ones ticked less share of wrong ones ticked: Youden's J (Cancer 3, 1950)."""
    return Fraction(right_ticked, right) - Fraction(wrong_ticked, wrong)


def tau(places: tuple[int, ...]) -> Fraction:
    """Kendall's rank correlation (Biometrika 30, 1938) of a permutation with the identity, -1 to 1."""
    pairs = list(combinations(places, 2))
    return Fraction(sum(1 if first < second else -1 for first, second in pairs), len(pairs))


def over_chance(hits: int, pairs: int, rights: int) -> Fraction:
    """Hits over those that chance gives, as a share of what can be had over them, as Cohen's kappa: 1 for all hits."""
    chance = Fraction(pairs, rights)
    return (hits - chance) / (pairs - chance)


def _score(asked: Asked, answer: AnyAnswer, knows: Callable[[str], bool]) -> tuple[Fraction, list[Note]]:
    question = asked.question
    if isinstance(question, Choice) and isinstance(answer, ChoiceAnswer):
        return _choice(asked, question, answer)
    if isinstance(question, Multi) and isinstance(answer, MultiAnswer):
        return _multi(asked, question, answer)
    if isinstance(question, Boolean) and isinstance(answer, BooleanAnswer):
        return (RIGHT if answer.value == question.answer else WRONG), []
    if isinstance(question, Number) and isinstance(answer, NumberAnswer):
        from dojo.marking.number_marks import mark_number

        return mark_number(asked, question, answer)
    if isinstance(question, Term) and isinstance(answer, TextAnswer):
        return _term(question, answer, knows)
    if isinstance(question, Order) and isinstance(answer, OrderAnswer):
        return tau(tuple(asked.order[place] for place in answer.places)), []
    if isinstance(question, Match) and isinstance(answer, MatchAnswer):
        return _match(asked, question, answer)
    if isinstance(question, Open) and isinstance(answer, OpenAnswer):
        return _open(question, answer)
    raise TypeError(f"a {question.kind} question can't take a {type(answer).__name__}")


def _choice(asked: Asked, question: Choice, answer: ChoiceAnswer) -> tuple[Fraction, list[Note]]:
    option = question.options[asked.order[answer.place]]
    notes = [Note(option.why, "right" if option.right else "chosen", option.text)] if option.why else []
    if not option.right:
        notes += [Note(other.why, "right", other.text) for other in question.options if other.right and other.why]
    return (RIGHT if option.right else WRONG), notes


def _multi(asked: Asked, question: Multi, answer: MultiAnswer) -> tuple[Fraction, list[Note]]:
    """Anything but the whole is worth half of its net: a blind tick may not pay more than a blind choice."""
    ticked = {asked.order[place] for place in answer.places}
    right = {place for place, option in enumerate(question.options) if option.right}
    notes = []
    for place in asked.order:
        option = question.options[place]
        if place in ticked and not option.right:
            notes.append(Note(option.why or _NOT_RIGHT, "chosen", option.text))
        elif option.right and place not in ticked:
            notes.append(Note(option.why or _NO_REASON, "missed", option.text))
    if ticked == right:
        return RIGHT, notes
    wrong = len(question.options) - len(right)
    return net_correct(len(ticked & right), len(ticked - right), len(right), wrong) / 2, notes


def _term(question: Term, answer: TextAnswer, knows: Callable[[str], bool]) -> tuple[Fraction, list[Note]]:
    from dojo.marking.folding import fold, is_plural, is_slip
    from dojo.marking.glossary import TERMS

    typed = fold(answer.written)
    answers = {fold(word) for word in question.answers.all()}
    missed = {fold(word): near for near in question.near_misses for word in near.text.all()}
    if typed in answers:
        return RIGHT, []
    if glossed := _GLOSS.fullmatch(answer.written):
        glosses = {fold(word) for word in _OR.split(glossed[2])}
        others = glosses - answers
        if (
            fold(glossed[1]) in answers
            and glosses & answers
            and not any(word in missed or word in TERMS or knows(word) for word in others)
        ):
            return RIGHT, []
    if typed in missed:
        return WRONG, [Note(missed[typed].why, "near_miss", Text(answer.written, answer.written))]
    if any(is_plural(typed, word) for word in answers):
        return RIGHT, []
    for word in question.answers.all():
        if is_slip(typed, fold(word), missed, knows):
            return RIGHT, [Note(Text(f"Spelled {word}.", f"正确拼写是 {word}。"), "typo")]
    return WRONG, []


def _match(asked: Asked, question: Match, answer: MatchAnswer) -> tuple[Fraction, list[Note]]:
    wrong = [left for left, place in enumerate(answer.places) if asked.order[place] != left]
    notes = [Note(question.pairs[left].right, "missed", question.pairs[left].left) for left in wrong]
    pairs = len(question.pairs)
    return over_chance(pairs - len(wrong), pairs, len(asked.shown)), notes


def _open(question: Open, answer: OpenAnswer) -> tuple[Fraction, list[Note]]:
    notes = [Note(question.not_said[place].why, "claim", question.not_said[place].claim) for place in answer.claims]
    notes += [
        Note(_UNSAID, "point", point.point) for place, point in enumerate(question.rubric) if place not in answer.points
    ]
    return Fraction(len(set(answer.points)) - len(set(answer.claims)), len(question.rubric)), notes
