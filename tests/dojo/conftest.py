"""A question of each kind, for the tests of grammar, marking and fuzz."""

from __future__ import annotations

from typing import Any

import pytest

from dojo.question.kinds import (
    AnyQuestion,
    Boolean,
    Choice,
    Claim,
    Match,
    Multi,
    NearMiss,
    Number,
    Open,
    Option,
    Order,
    Pair,
    Patterns,
    Point,
    Term,
    Text,
    Tolerance,
    Trap,
    Words,
)

Common = dict[str, Any]
COMMON: Common = {
    "level": 1, "sources": ("s",), "stem": Text("Why?", "为什么？"), "explanation": Text("So. It is.", "如此。就是。"),
}  # fmt: skip


def same(word: str) -> Text:
    return Text(word, word)


def build() -> dict[str, AnyQuestion]:
    options = tuple(Option(same(word), word in "ac", None if word in "ac" else same(f"why {word}")) for word in "abcd")
    single = tuple(Option(same(word), word == "a", same(f"why {word}")) for word in "abcd")
    return {
        "choice": Choice(id="choice", options=single, **COMMON),
        "multi": Multi(id="multi", options=options, **COMMON),
        "boolean": Boolean(id="boolean", answer=False, **COMMON),
        "number": Number(
            id="number", answer="2 * 1024 ** 3", unit="bytes", tolerance=Tolerance(relative=0.01),
            traps=(Trap("1024 ** 3", same("one of the two is missing")),), **COMMON,
        ),
        "text": Term(
            id="text", answers=Words(("encoder", "the encoder"), ("编码器",)),
            near_misses=(NearMiss(Words(("decoder",), ("解码器",)), same("it writes, not reads")),),
            **COMMON,
        ),
        "order": Order(id="order", items=tuple(same(word) for word in "pqrs"), **COMMON),
        "match": Match(
            id="match", pairs=tuple(Pair(same(word), same(word.upper())) for word in "xyz"), extra=(same("W"),),
            **COMMON,
        ),
        "open": Open(
            id="open",
            rubric=(
                Point(same("scores grow"), Patterns(("variance", "large dot products?"), ("方差", "点积变大"))),
                Point(same("softmax saturates"), Patterns((r"saturat\w*",), ("饱和",))),
                Point(same("gradients vanish"), Patterns(("vanishing gradients?",), ("梯度消失",))),
            ),
            not_said=(
                Claim(same("it is faster"), Patterns(("faster",), ("更快",)), same("It costs one division more.")),
            ),
            **COMMON,
        ),
    }  # fmt: skip


@pytest.fixture(scope="session")
def questions() -> dict[str, AnyQuestion]:
    return build()
