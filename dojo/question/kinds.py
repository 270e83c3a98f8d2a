"""The kinds of question, as data: what a bank holds once it has been read and checked.

Field order and names are those of the YAML banks (docs/author.md explains them to authors). Reading YAML is
`source`'s work, drawing a variant `variant`'s, marking `marking`'s.
"""

from __future__ import annotations

from typing import ClassVar, Literal

from msgspec import Struct, field

Lang = Literal["en", "zh"]
Kind = Literal["choice", "multi", "boolean", "number", "text", "order", "match", "open"]
KINDS: tuple[Kind, ...] = ("choice", "multi", "boolean", "number", "text", "order", "match", "open")
LEVELS = (1, 2, 3)

Scalar = int | float
Value = Scalar | list[Scalar]


class Text(Struct, frozen=True):
    """One thing said in both languages."""

    en: str
    zh: str

    def of(self, lang: Lang) -> str:
        return self.zh if lang == "zh" else self.en


class Words(Struct, frozen=True):
    """Alternative wordings: `en` and `zh` are lists of equals."""

    en: tuple[str, ...] = ()
    zh: tuple[str, ...] = ()

    def all(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.en + self.zh))


class Patterns(Struct, frozen=True):
    """Regular expressions for what people say, in each language at least one."""

    en: tuple[str, ...]
    zh: tuple[str, ...]

    def all(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.en + self.zh))


class Question(Struct, frozen=True, kw_only=True):
    """What every kind of question has. `topic` is the bank's, not written at each question.

    `katas` train the same idea. `prints` is what the code of the stem prints, for the check of banks.
    """

    kind: ClassVar[Kind]
    id: str
    topic: str = ""
    level: int
    sources: tuple[str, ...]
    as_of: str | None = None
    stem: Text
    hint: Text | None = None
    explanation: Text
    katas: tuple[str, ...] = ()
    prints: str | None = None


class Option(Struct, frozen=True):
    """One option. `why` is the misconception of who chooses it (or, on a right one, the reason)."""

    text: Text
    right: bool = False
    why: Text | None = None


class Choice(Question, frozen=True, kw_only=True, tag="choice", tag_field="kind"):
    kind = "choice"
    options: tuple[Option, ...]
    shuffle: bool = True


class Multi(Question, frozen=True, kw_only=True, tag="multi", tag_field="kind"):
    kind = "multi"
    options: tuple[Option, ...]
    shuffle: bool = True


class Boolean(Question, frozen=True, kw_only=True, tag="boolean", tag_field="kind"):
    """The stem is a statement; is it true?"""

    kind = "boolean"
    answer: bool


class Variable(Struct, frozen=True):
    """What a variable is drawn from: one of `choices`, or `range` = lo, hi (inclusive), step."""

    choices: tuple[Value, ...] = ()
    range: tuple[Scalar, Scalar, Scalar] | None = None


class Tolerance(Struct, frozen=True):
    """How far from the answer still counts: exactly one of the three is given; none means exact."""

    relative: float | None = None
    absolute: float | None = None
    exact: bool = False


class Trap(Struct, frozen=True):
    """A typical wrong result, as an expression, and the misconception it shows."""

    value: str
    why: Text


class Number(Question, frozen=True, kw_only=True, tag="number", tag_field="kind"):
    kind = "number"
    variables: dict[str, Variable] = field(default_factory=dict)
    let: dict[str, str] = field(default_factory=dict)
    answer: str
    tolerance: Tolerance = Tolerance(exact=True)
    unit: str | None = None
    traps: tuple[Trap, ...] = ()


class NearMiss(Struct, frozen=True):
    """Another concept that must not be taken for the answer."""

    text: Words
    why: Text


class Term(Question, frozen=True, kw_only=True, tag="text", tag_field="kind"):
    """Kind `text`: the answer is a word or a short phrase."""

    kind = "text"
    answers: Words
    near_misses: tuple[NearMiss, ...] = ()


class Order(Question, frozen=True, kw_only=True, tag="order", tag_field="kind"):
    """`items` stand in the right order."""

    kind = "order"
    items: tuple[Text, ...]


class Pair(Struct, frozen=True):
    left: Text
    right: Text


class Match(Question, frozen=True, kw_only=True, tag="match", tag_field="kind"):
    """`extra` are right-hand sides that belong to nothing."""

    kind = "match"
    pairs: tuple[Pair, ...]
    extra: tuple[Text, ...] = ()


class Point(Struct, frozen=True):
    """One observable point of a good answer, and the patterns by which it is found."""

    point: Text
    patterns: Patterns


class Claim(Struct, frozen=True):
    """What must not be said, and why not."""

    claim: Text
    patterns: Patterns
    why: Text


class Example(Struct, frozen=True):
    """A realistic answer, and the points and false claims that the patterns must find in it, counted from 1."""

    lang: Lang
    answer: str
    makes: tuple[int, ...] = ()
    claims: tuple[int, ...] = ()


class FollowUp(Struct, frozen=True):
    stem: Text
    answer: Text


class Open(Question, frozen=True, kw_only=True, tag="open", tag_field="kind"):
    kind = "open"
    rubric: tuple[Point, ...]
    not_said: tuple[Claim, ...] = ()
    follow_up: FollowUp | None = None
    examples: tuple[Example, ...] = ()


AnyQuestion = Choice | Multi | Boolean | Number | Term | Order | Match | Open
TYPES: tuple[type[Question], ...] = (Choice, Multi, Boolean, Number, Term, Order, Match, Open)


class Bank(Struct, frozen=True):
    """One bank file, read."""

    topic: str
    title: Text
    questions: tuple[AnyQuestion, ...]
