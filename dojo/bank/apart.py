"""Pairs of questions of a bank that should not be asked in one quiz, because one tells the answer of the other.

Found by shared numbers and names in the English texts: what the right answer of one says and its stem does not, said
where the other speaks of the same things. A guess; `choose` keeps such questions apart as far as the bank allows.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import islice

from msgspec import Struct

from dojo.question.kinds import AnyQuestion, Boolean, Choice, Match, Multi, Number, Open, Order, Term, Text

SHARED = 2  # rare words of its stem that the other must have, too
TOLD = 0.7  # share of the words of its answer
MOST_COMPARED = 300

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[A-Za-z][A-Za-z0-9]*(?:[-_][A-Za-z0-9]+)*")
_MARKUP = re.compile(r"<<[^<>]*>>|\\[a-zA-Z]+|[$`*]")
_COMMON_WORDS = """
    a an and are as at be because been being but by can could do does for from gives had has have how if in
    into is it its just less like make makes many may model models more most much need needs no not of on one
    only or other out over per same says see should since small so some such take takes than that the their
    them then there these they this those to too two up use used uses was were what when where which while who
    why will with without would you your
"""
_COMMON = frozenset(_COMMON_WORDS.split())


class _Said(Struct, frozen=True):
    """What a question asks about, what its answer adds to that, and all that it tells once it is answered."""

    asks: frozenset[str]
    answers: tuple[frozenset[str], ...]
    tells: frozenset[str]


def apart(questions: Iterable[AnyQuestion]) -> list[tuple[str, str]]:
    """Pairs of ids, each pair once, in the order of the bank."""
    listed = list(questions)
    said = [_said(question) for question in listed]
    spread = Counter(word for one in said for word in one.tells)
    common = max(3, min(len(listed) // 6, 50))
    tellers: dict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(said):
        for word in one.tells:
            if spread[word] <= common:
                tellers[word].append(place)
    found = set()
    for place, one in enumerate(said):
        rare = frozenset(word for word in one.asks if spread[word] <= common)
        near = Counter(other for word in rare for other in islice(tellers[word], MOST_COMPARED))
        for other, shared in near.items():
            if other != place and shared >= SHARED and _tells(said[other].tells, one.answers):
                found.add((min(place, other), max(place, other)))
    return [(listed[first].id, listed[second].id) for first, second in sorted(found)]


def _tells(told: frozenset[str], answers: tuple[frozenset[str], ...]) -> bool:
    for answer in answers:
        numbers = {word for word in answer if word[0].isdigit()}
        if answer and numbers <= told and len(answer & told) >= TOLD * len(answer):
            return True
    return False


def _said(question: AnyQuestion) -> _Said:
    asks = _words(question.stem)
    tells = [question.stem, question.explanation]
    answers: list[frozenset[str]] = []
    if isinstance(question, (Choice, Multi)):
        right = [option.text for option in question.options if option.right]
        wrong = frozenset().union(*(_words(option.text) for option in question.options if not option.right))
        tells += [*right, *(option.why for option in question.options if option.why)]
        answers = [_words(text) - asks - wrong for text in right]
    elif isinstance(question, Boolean):
        answers = [asks] if len(asks) > 3 else []
    elif isinstance(question, Number):
        tells += [trap.why for trap in question.traps]
        answers = [] if question.variables else [_words(Text(question.answer, ""))]
    elif isinstance(question, Term):
        tells += [near.why for near in question.near_misses] + [Text(question.answers.all()[0], "")]
        answers = [_words(Text(word, "")) for word in question.answers.en]
    elif isinstance(question, Order):
        tells += question.items
    elif isinstance(question, Match):
        tells += [text for pair in question.pairs for text in (pair.left, pair.right)]
    elif isinstance(question, Open):
        tells += [point.point for point in question.rubric]
    least = [answer for answer in answers if len(answer) > 1 or any(map(_is_name, answer))]
    return _Said(asks, tuple(least), frozenset().union(*map(_words, tells)))


def _is_name(word: str) -> bool:
    """One word alone tells an answer only if it says much: a number of two digits, a long word."""
    return len(word) > 3 or (len(word) > 1 and word[0].isdigit())


def _words(text: Text) -> frozenset[str]:
    found = (word.lower() for word in _WORD.findall(_MARKUP.sub(" ", text.en)))
    return frozenset(word for word in found if word not in _COMMON and (len(word) > 1 or word.isdigit()))
