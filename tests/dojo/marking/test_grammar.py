"""The grammar of plain mode: what is understood, and what is asked again in both languages."""

from __future__ import annotations

import pytest

from dojo.marking.answer import (
    AnswerError,
    AnyAnswer,
    BooleanAnswer,
    ChoiceAnswer,
    MatchAnswer,
    MultiAnswer,
    NumberAnswer,
    OpenAnswer,
    OrderAnswer,
    TextAnswer,
    written,
)
from dojo.marking.grammar import expected, parse, parse_points
from dojo.question.kinds import AnyQuestion
from dojo.question.variant import draw

Questions = dict[str, AnyQuestion]


@pytest.mark.parametrize(
    ("kind", "line", "answer"),
    [
        ("choice", "b", ChoiceAnswer(1)),
        ("choice", "B", ChoiceAnswer(1)),
        ("choice", "2", ChoiceAnswer(1)),
        ("choice", " ｂ ", ChoiceAnswer(1)),
        ("choice", "２", ChoiceAnswer(1)),
        ("choice", "(b)", ChoiceAnswer(1)),
        ("choice", "b.", ChoiceAnswer(1)),
        ("multi", "a c", MultiAnswer((0, 2))),
        ("multi", "c a", MultiAnswer((0, 2))),
        ("multi", "ac", MultiAnswer((0, 2))),
        ("multi", "a,c", MultiAnswer((0, 2))),
        ("multi", "Ａ，ｃ", MultiAnswer((0, 2))),
        ("multi", "a、c", MultiAnswer((0, 2))),
        ("multi", "1 3", MultiAnswer((0, 2))),
        ("multi", "a a c", MultiAnswer((0, 2))),
        ("multi", "abcd", MultiAnswer((0, 1, 2, 3))),
        ("boolean", "t", BooleanAnswer(True)),
        ("boolean", "True", BooleanAnswer(True)),
        ("boolean", "Y", BooleanAnswer(True)),
        ("boolean", "对", BooleanAnswer(True)),
        ("boolean", "f", BooleanAnswer(False)),
        ("boolean", "no", BooleanAnswer(False)),
        ("boolean", "错", BooleanAnswer(False)),
        ("boolean", "错。", BooleanAnswer(False)),
        ("number", " 2 GiB ", NumberAnswer("2 GiB")),
        ("text", " Encoder ", TextAnswer("Encoder")),
        ("order", "c a b d", OrderAnswer((2, 0, 1, 3))),
        ("order", "cabd", OrderAnswer((2, 0, 1, 3))),
        ("order", "C > A > B > D", OrderAnswer((2, 0, 1, 3))),
        ("order", "c→a→b→d", OrderAnswer((2, 0, 1, 3))),
        ("order", "3 1 2 4", OrderAnswer((2, 0, 1, 3))),
        ("match", "a2 b1 c4", MatchAnswer((1, 0, 3))),
        ("match", "c4 a2 b1", MatchAnswer((1, 0, 3))),
        ("match", "a2b1c4", MatchAnswer((1, 0, 3))),
        ("match", "Ａ２，ｂ１，c-4", MatchAnswer((1, 0, 3))),
        ("match", "a: 2, b: 1, c: 4", MatchAnswer((1, 0, 3))),
        ("open", " it saturates ", OpenAnswer("it saturates")),
        ("choice", "\u200bb\ufeff", ChoiceAnswer(1)),
        ("boolean", "\u2060t", BooleanAnswer(True)),
        ("text", "En\u00adcoder\u200b", TextAnswer("Encoder")),
        ("open", "it satu\u00adrates", OpenAnswer("it saturates")),
    ],
)
def test_an_answer_is_understood(questions: Questions, kind: str, line: str, answer: AnyAnswer) -> None:
    assert parse(draw(questions[kind], 1), line) == answer


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("choice", "e"), ("choice", "5"), ("choice", "0"), ("choice", "a b"), ("choice", "yes"), ("choice", "."),
        ("choice", "é"), ("choice", "a\x00b"), ("choice", "a" * 1000),
        ("multi", "a e"), ("multi", "none"), ("multi", ","), ("multi", "a 0"),
        ("boolean", "maybe"), ("boolean", "1"), ("boolean", "t f"),
        ("number", "two"), ("number", "3 tokens"),
        ("text", "..."), ("text", "x" * 501),
        ("order", "a b c"), ("order", "a b c c"), ("order", "a b c d d"), ("order", "a b c e"),
        ("match", "a1 b2"), ("match", "a1 b1 c2"), ("match", "a1 b2 c5"), ("match", "a1 b2 c0"),
        ("match", "a1 b2 c3 d4"),
        ("match", "a1 b2 c3 a1"), ("match", "1 2 3"), ("match", "a b c"), ("match", "a1 b2 c3 x"),
        ("open", " "), ("open", "w" * 20_001),
    ],
)  # fmt: skip
def test_what_is_not_understood_says_what_would_be(questions: Questions, kind: str, line: str) -> None:
    asked = draw(questions[kind], 1)
    with pytest.raises(AnswerError) as caught:
        parse(asked, line)
    assert caught.value.expected.en != caught.value.expected.zh
    if kind != "number":
        assert caught.value.expected == expected(asked)


@pytest.mark.parametrize("kind", ["choice", "multi", "order", "match"])
def test_the_example_of_what_is_expected_is_itself_understood(questions: Questions, kind: str) -> None:
    asked = draw(questions[kind], 1)
    example = expected(asked).en.rpartition("like: ")[2]
    parse(asked, "a" if kind == "choice" else example)


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("choice", "c"), ("multi", "b d"), ("boolean", "t"), ("boolean", "f"), ("number", "1/3"), ("text", "编码器"),
        ("order", "d c b a"), ("match", "a4 b2 c1"), ("open", "because"),
    ],
)  # fmt: skip
def test_an_answer_written_down_is_read_back(questions: Questions, kind: str, line: str, lang: str) -> None:
    asked = draw(questions[kind], 1)
    answer = parse(asked, line)
    assert parse(asked, written(asked, answer, "zh" if lang == "zh" else "en")) == answer


@pytest.mark.parametrize(
    ("line", "places"),
    [
        ("1 3", (0, 2)),
        ("3,1", (0, 2)),
        ("13", (0, 2)),
        ("１、３", (0, 2)),
        ("0", ()),
        ("none", ()),
        ("无", ()),
        ("2 2", (1,)),
    ],
)
def test_points_are_confirmed_by_their_numbers(questions: Questions, line: str, places: tuple[int, ...]) -> None:
    assert parse_points(draw(questions["open"], 1), line) == places


@pytest.mark.parametrize("line", ["4", "0 1", "a", "", ",", "9" * 50, "1 x"])
def test_points_that_are_not_there_are_asked_again(questions: Questions, line: str) -> None:
    with pytest.raises(AnswerError):
        parse_points(draw(questions["open"], 1), line)
