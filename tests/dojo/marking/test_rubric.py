"""What the patterns of a rubric find in an answer, and what they leave alone."""

from __future__ import annotations

import time

import pytest

from dojo.marking.pattern import PatternError, fold, pattern
from dojo.marking.rubric import proposed
from dojo.question.kinds import Claim, Open, Patterns, Point, Text


def same(word: str) -> Text:
    return Text(word, word)


def asking(*patterns: str, claim: str = "never matches this") -> Open:
    """An open question with one point for each pattern, and one false claim."""
    return Open(
        id="q", level=1, sources=("s",), stem=same("?"), explanation=same("."),
        rubric=tuple(Point(same(source), Patterns((source,), ("从不匹配",))) for source in patterns),
        not_said=(Claim(same("c"), Patterns((claim,), (claim,)), same("no")),),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (r"fine-tun\w*", "We finetuned it."),
        (r"fine tun\w*", "Fine-tuning helps."),
        (r"detect_anomaly", "Use detect anomaly"),
        (r"kv cache", "用KV缓存（KV-cache）"),
        (r"regulariz\w*", "Regularisation is needed"),
        (r"quantis\w*", "quantized weights"),
        (r"behaviour", "its behavior changes"),
        (r"label+ing", "labelling"),
        (r"(?:top-p|nucleus)", "with Top‑p sampling"),
        (r"don't know", "say “I don’t know”"),
        (r"1 ?- ?u\b", "u and 1 - u"),
        (r"o\(n ?\^? ?2", "It is O(n²)."),
        (r"检索.{0,4}段落", "先检索 相关 段落"),
        (r"ＲＡＧ", "rag"),
        (r"no_grad(?:\(\))? turns", "`torch.no_grad()` turns it off"),
        (r"lora freezes", "**LoRA** freezes the base"),
        (r"只用低秩", "我**只用**低秩"),
        (r"2\*\*k", "it has 2**k of them"),
        (r"(?:^|[^0-9])3 ?轮", "最多 3 轮"),
        (r"[123一二三]轮", "一共三轮"),
    ],
)
def test_a_pattern_finds_what_people_type(source: str, said: str) -> None:
    assert proposed(asking(source), said).points == (0,)


@pytest.mark.parametrize(
    ("source", "said"),
    [(r"rag\b", "storage"), (r"(?:rag|bm25)", "fragments"), (r"norm", "abnormal"), (r"a.{0,30}b\b", "a is it. So b")],
)
def test_a_pattern_starts_at_a_word_and_stays_in_a_sentence(source: str, said: str) -> None:
    assert proposed(asking(source), said).points == ()


DENIED = [
    "never use a high temperature",
    "I would not use a high temperature here.",
    "Don't set a high temperature",
    "avoid a high temperature",
    "low values instead of a high temperature",
    "without a high temperature",
    "never use a “wild” or high temperature",
    "It's a myth that a high temperature helps",
    "a high temperature is not needed",
    "a high temperature doesn't help",
    "a high temperature would be too risky",
    "不要用高温",
    "不能用高温",
    "没有必要调成高温",
    "避免高温",
    "无法用高温解决",
    "并不是靠高温",
    "高温并不可取",
    "高温会过于冒险",
]
SAID = [
    "use a high temperature",
    "not only a high temperature but also top-p",
    "It is not hard: use a high temperature",
    "not greedy, but a high temperature",
    "you can't do without a high temperature",
    "There is no doubt: a high temperature",
    "Greedy does not work here, so pick a high temperature.",
    "Not for dates. For names a high temperature",
    "用高温",
    "不仅要高温，而且要多采样",
    "不是贪心，而是高温",
    "抽取不要随机；起名用高温",
    "不同的任务用高温",
    "不得不用高温",
    "看看能不能用高温",
    "先看有没有用高温",
    "whether or not a high temperature helps",
    "instead of greedy decoding I'd use a high temperature",
    "没有多样性就用高温",
    "say “I don't know” and use a high temperature",
    'answer "no, never" and use a high temperature',
    "回答“不知道”并用高温",
]


@pytest.mark.parametrize("said", DENIED)
def test_a_denied_point_does_not_count(said: str) -> None:
    question = asking("high temperature|高温")
    assert proposed(question, said).points == ()


@pytest.mark.parametrize("said", SAID)
def test_a_point_beside_a_negation_counts(said: str) -> None:
    question = asking("high temperature|高温")
    assert proposed(question, said).points == (0,)


@pytest.mark.parametrize(
    ("said", "claims"),
    [
        ("Temperature 0 removes hallucination", (0,)),
        ("Temperature 0 does not remove hallucination", ()),
        ("Nobody should think that temperature 0 won't remove it", ()),
        ("温度设为 0 就不会有幻觉", (0,)),
        ("温度设为 0 并不能消除幻觉", ()),
        ("温度设为 0 能消除幻觉", (0,)),
    ],
)
def test_a_negation_counts_inside_a_match_but_not_where_the_pattern_has_it_itself(
    said: str, claims: tuple[int, ...]
) -> None:
    english, chinese = r"temperature 0.{0,30}remov\w*", r"温度.{0,8}0.{0,12}(?:消除|解决|不会)"
    assert proposed(asking("zzz", claim=f"{english}|{chinese}"), said).claims == claims


@pytest.mark.parametrize(
    ("said", "claims"),
    [
        ("English stays the same.", (0,)),
        ("We make sure that English stays the same.", ()),
        ("I'd check whether English stays the same.", ()),
        ("I ensure it by training, so English stays the same.", (0,)),
        ("英语不变", (0,)),
        ("要保证英语不变", ()),
        ("还要确认英语不变", ()),
        ("先检查流量，英语不变", (0,)),
    ],
)
def test_what_one_makes_sure_of_is_no_claim(said: str, claims: tuple[int, ...]) -> None:
    assert proposed(asking("zzz", claim=r"english stays the same|英语不变"), said).claims == claims


def test_what_a_pattern_itself_denies_counts() -> None:
    question = asking(r"(?:no|not a) (?:clear )?winner", r"don't know", r"without fine-tuning")
    said = "There is no clear winner. It says that it doesn't, I mean: I don't know. It works without fine-tuning."
    assert proposed(question, said).points == (0, 1, 2)


def test_to_deny_a_part_denies_a_claim_but_not_a_point() -> None:
    question = asking(r"vanish\w*", claim=r"solv\w* vanish\w*")
    found = proposed(question, "They don't completely solve vanishing gradients.")
    assert (found.points, found.claims) == ((0,), ())


def test_to_check_that_a_harm_is_not_there_names_it() -> None:
    question = asking(r"leak\w*|泄漏")
    assert proposed(question, "make sure the split isn't leaking").points == (0,)
    assert proposed(question, "先确认没有泄漏").points == (0,)


def test_what_is_kept_from_being_lost_is_said() -> None:
    question = asking(r"overlap\w*.{0,40}cut|重叠.{0,20}切断")
    assert proposed(question, "some overlap, so sentences are not cut").points == (0,)
    assert proposed(question, "重叠可以避免句子被切断").points == (0,)
    assert proposed(asking("重叠.{0,20}两半"), "重叠可以避免句子被切成两半").points == (0,)


def test_a_pattern_with_a_choice_behind_its_negation_owns_the_negation() -> None:
    question = asking(r"模型.{0,4}不(?:要|能)透露")
    assert proposed(question, "告诉模型不要透露").points == (0,)


def test_to_avoid_a_harm_names_it() -> None:
    question = asking(r"overfit\w*|过拟合")
    assert proposed(question, "early stopping avoids overfitting").points == (0,)
    assert proposed(question, "早停可以避免过拟合").points == (0,)
    assert proposed(question, "the model does not overfit").points == ()


@pytest.mark.parametrize(
    "source", ["(?=a)b", "(?i)a", r"(a)\1", "(?P<n>a)", "a**", "(", r"\p{Han}", "a{2000}", "(?:.{0,99}){0,99}x", "a*"]
)
def test_what_is_not_in_the_common_subset_is_refused(source: str) -> None:
    with pytest.raises(PatternError):
        pattern(source)


def test_no_pattern_takes_long_on_the_longest_answer() -> None:
    question = asking(r"(?:a+)+b", r"(?:a|a)*b", r"(?:a{0,30}){0,9}b", r".{0,99}.{0,99}x", r"(?:\w+\s?)*y\b")
    start = time.monotonic()
    assert proposed(question, "a" * 20_000).points == ()
    proposed(question, "not a " * 3_000)
    assert time.monotonic() - start < 5


def test_folding_is_stable() -> None:
    said = "KV-Cache  大 小 ＡＢ’s"
    assert fold(said) == "kv cache大小ab's"
    assert fold(fold(said)) == fold(said)
