"""Whatever is typed is either marked or asked again: never a traceback."""

from __future__ import annotations

from contextlib import suppress
from fractions import Fraction
from random import Random

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dojo.marking.answer import AnswerError, AnyAnswer, OpenAnswer, written
from dojo.marking.by_kind import mark
from dojo.marking.grammar import parse, parse_points
from dojo.marking.rubric import propose
from dojo.question.kinds import KINDS, AnyQuestion
from dojo.question.variant import Asked, draw

Questions = dict[str, AnyQuestion]

SCRAPS = (
    *"abcdefgxyz0123456789.,;:/%^*()[]{}<>-+=_'\"`~!?@#$&|\\", " ", "  ", "\t", "\n", "\r", "\x00", "\x1b[31m", "\x7f",
    "\ud800", "\u202e", "\u200b", "\ufeff", "\U0001f600", "\U0010ffff", "e\u0301", "ﬁ", "ß", "İ", "½", "²", "⁹", "٣",
    "Ⅳ", "①", "Ａ", "，", "ａ", "９", "、", "。", "一", "二", "三", "十", "百", "千", "万", "亿", "点", "半",
    "分之", "负", "零", "对", "错", "编码器",
    "true", "false", "encoder", "decoder", "GiB", "kB", "bits", "e9", "1e999", "nan", "inf", "10^", "**",
    "1/0", "a1", "b2", "c3",
    "饱和", "saturate", "[bold]", "{n}", "%s", "<<n>>", "9" * 50, "a" * 200,
)  # fmt: skip


def answered(asked: Asked, line: str) -> AnyAnswer | None:
    """Parses, marks and keeps an answer, as a session does; None where the line is asked again."""
    try:
        answer = parse(asked, line)
    except AnswerError:
        return None
    if isinstance(answer, OpenAnswer):
        proposal = propose(asked, answer.words)
        answer = msgspec.structs.replace(answer, points=proposal.points, claims=proposal.claims)
    marked = mark(asked, answer)
    assert isinstance(marked.score, Fraction)
    assert 0 <= marked.score <= 1
    assert marked.outcome == ("right" if marked.score == 1 else "partly" if marked.score else "wrong")
    assert msgspec.json.decode(msgspec.json.encode(answer), type=AnyAnswer) == answer
    written(asked, answer)
    return answer


@given(line=st.text(max_size=40), kind=st.sampled_from(KINDS), seed=st.integers(0, 2**64))
def test_any_line_is_marked_or_asked_again(questions: Questions, line: str, kind: str, seed: int) -> None:
    answered(draw(questions[kind], seed), line)


@given(scraps=st.lists(st.sampled_from(SCRAPS), max_size=8), kind=st.sampled_from(KINDS))
def test_any_line_of_telling_scraps_is_marked_or_asked_again(
    questions: Questions, scraps: list[str], kind: str
) -> None:
    answered(draw(questions[kind], 1), "".join(scraps))


@given(line=st.text(max_size=20))
def test_any_line_of_points_is_read_or_asked_again(questions: Questions, line: str) -> None:
    with suppress(AnswerError):
        assert set(parse_points(draw(questions["open"], 1), line)) <= {0, 1, 2}


@pytest.mark.slow
def test_a_hundred_thousand_random_answers_give_no_traceback(questions: Questions) -> None:
    random = Random(20260101)
    understood = dict.fromkeys(KINDS, 0)
    for number in range(100_000):
        kind = KINDS[number % len(KINDS)]
        line = "".join(random.choices(SCRAPS, k=random.randrange(7)))
        if random.random() < 0.3:
            line = "".join(chr(random.randrange(0x11_0000)) for _ in range(random.randrange(6)))
        elif random.random() < 0.3:
            line = "".join(random.choices("abcd1234 ,", k=random.randrange(8)))
        elif random.random() < 0.1:
            line = random.choice([" ".join(random.sample("abcd", 4)), "a{} b{} c{}".format(*random.sample("1234", 3))])
        understood[kind] += answered(draw(questions[kind], random.randrange(2**32)), line) is not None
    assert all(count > 20 for count in understood.values()), understood
