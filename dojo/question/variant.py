"""One asking of a question: options shuffled, variables drawn, texts filled in, all from the seed.

The draw hangs on question, seed and purpose alone, so it is the same on every Python and in every process, and a new
variable changes no other. How an answer to it is marked is `marking`'s work.
"""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Any, cast

from msgspec import Struct

from dojo.question.kinds import (
    AnyQuestion,
    Choice,
    Kind,
    Match,
    Multi,
    Number,
    Order,
    Scalar,
    Text,
    Value,
    Variable,
)

if TYPE_CHECKING:
    from dojo.question.arithmetic import Worked

REDRAWS = 50


class DrawnTrap(Struct, frozen=True):
    value: Scalar
    why: Text


class Asked(Struct, frozen=True, kw_only=True):
    """A question as it is shown. `order` maps a shown place to its place in the bank; places count from 0."""

    question: AnyQuestion
    seed: int
    stem: Text
    explanation: Text
    hint: Text | None = None
    shown: tuple[Text, ...] = ()
    left: tuple[Text, ...] = ()
    order: tuple[int, ...] = ()
    variables: dict[str, Value] = {}
    unit: str | None = None
    answer: Scalar = 0
    traps: tuple[DrawnTrap, ...] = ()

    @property
    def id(self) -> str:
        return self.question.id

    @property
    def kind(self) -> Kind:
        return self.question.kind


class CannotDrawError(ValueError):
    """No draw of the variables gives the answer a value; the bank's check refuses such a question."""


def draw(question: AnyQuestion, seed: int) -> Asked:
    """The variant of this question for this seed."""
    if isinstance(question, Number):
        return _number(question, seed)
    shown, left, order = _parts(question, seed)
    return Asked(
        question=question,
        seed=seed,
        stem=question.stem,
        explanation=question.explanation,
        hint=question.hint,
        shown=shown,
        left=left,
        order=order,
    )


def variant_of(asked: Asked) -> dict[str, Any]:
    """What the seed decided, as plain data."""
    if asked.kind == "number":
        return {"variables": asked.variables}
    return {"order": list(asked.order)} if asked.order else {}


def _parts(question: AnyQuestion, seed: int) -> tuple[tuple[Text, ...], tuple[Text, ...], tuple[int, ...]]:
    left: tuple[Text, ...] = ()
    if isinstance(question, (Choice, Multi)):
        parts = tuple(option.text for option in question.options)
        shuffled = question.shuffle
    elif isinstance(question, Order):
        parts, shuffled = question.items, True
    elif isinstance(question, Match):
        parts, shuffled = (*(pair.right for pair in question.pairs), *question.extra), True
        left = tuple(pair.left for pair in question.pairs)
    else:
        return (), (), ()
    order = _permutation(len(parts), question.id, seed) if shuffled else tuple(range(len(parts)))
    return tuple(parts[place] for place in order), left, order


def _permutation(count: int, name: str, seed: int) -> tuple[int, ...]:
    """A fair permutation, the identity among them: were it left out, the shown order would tell something."""
    places = list(range(count))
    for last in range(count - 1, 0, -1):
        other = _below(last + 1, name, seed, "order", last)
        places[last], places[other] = places[other], places[last]
    return tuple(places)


def _below(count: int, *purpose: str | int) -> int:
    # Of `random`, only random() and the seeding with a text are promised never to change.
    return int(Random("\0".join(map(str, purpose))).random() * count)


def drawn(question: Number, seed: int) -> tuple[dict[str, Value], Worked]:
    """The variables of this seed and what they give. Raises CannotDrawError."""
    # Only number questions need expressions; importing them costs the first question of every other kind 15 ms.
    from dojo.question.arithmetic import work_out

    for attempt in range(REDRAWS):
        variables = {
            name: pick(variable, _below(size(variable), question.id, seed, "variable", name, attempt))
            for name, variable in question.variables.items()
        }
        worked = work_out(question, variables)
        if worked.fault is None:
            return variables, worked
    raise CannotDrawError(f"{question.id}: {worked.fault}")


def _number(question: Number, seed: int) -> Asked:
    from dojo.question.template import fill

    variables, worked = drawn(question, seed)
    names = {**worked.names, "answer": worked.answer}
    return Asked(
        question=question,
        seed=seed,
        stem=fill(question.stem, names),
        explanation=fill(question.explanation, names),
        hint=fill(question.hint, names) if question.hint else None,
        variables=variables,
        unit=question.unit,
        answer=worked.answer,
        traps=tuple(
            DrawnTrap(value, fill(trap.why, names))
            for trap, value in zip(question.traps, worked.traps, strict=True)
            if value is not None
        ),
    )


def size(variable: Variable) -> int:
    """How many values a variable can take."""
    if variable.range is None:
        return len(variable.choices)
    low, high, step = variable.range
    return int((high - low) / step + 1e-9) + 1


def pick(variable: Variable, place: int) -> Value:
    """The value at a place, 0 to `size` - 1."""
    if variable.range is None:
        return variable.choices[place]
    low, _, step = variable.range
    value = low + place * step
    return value if isinstance(value, int) else cast("Scalar", round(value, 12))
