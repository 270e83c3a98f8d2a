"""What each kind of answer is worth, and what is said about it."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from msgspec.structs import replace

from dojo.marking.answer import (
    BooleanAnswer,
    ChoiceAnswer,
    MatchAnswer,
    MultiAnswer,
    NumberAnswer,
    OpenAnswer,
    OrderAnswer,
    TextAnswer,
)
from dojo.marking.by_kind import mark
from dojo.marking.correct import correct
from dojo.marking.folding import fold, one_apart
from dojo.marking.mark import Mark
from dojo.marking.rubric import propose
from dojo.question.kinds import (
    AnyQuestion,
    Choice,
    Multi,
    NearMiss,
    Number,
    Open,
    Option,
    Term,
    Text,
    Tolerance,
    Trap,
    Variable,
    Words,
)
from dojo.question.variant import draw

Questions = dict[str, AnyQuestion]
COMMON: dict[str, Any] = {"level": 1, "sources": ("s",), "stem": Text("a", "b"), "explanation": Text("c", "d")}


def same(word: str) -> Text:
    return Text(word, word)


def whys(marked: Mark, kind: str) -> list[str]:
    return [note.why.en for note in marked.notes if note.kind == kind]


def test_a_choice_is_right_or_wrong_wherever_it_was_shown(questions: Questions) -> None:
    for seed in range(20):
        asked = draw(questions["choice"], seed)
        for place, option in enumerate(asked.order):
            marked = mark(asked, ChoiceAnswer(place))
            assert marked.outcome == ("right" if option == 0 else "wrong")
            assert marked.correct.en == f"{'abcd'[asked.order.index(0)]}: a"


def test_the_chosen_wrong_option_is_answered_with_its_misconception(questions: Questions) -> None:
    asked = draw(questions["choice"], 1)
    place = asked.order.index(2)
    marked = mark(asked, ChoiceAnswer(place))
    assert whys(marked, "chosen") == ["why c"]
    assert marked.notes[0].about == same("c")


def ticked(questions: Questions, letters: str) -> Mark:
    asked = draw(questions["multi"], 3)
    return mark(asked, MultiAnswer(tuple(sorted(asked.order.index("abcd".index(letter)) for letter in letters))))


@pytest.mark.parametrize(
    ("letters", "score", "outcome"),
    [
        ("ac", Fraction(1), "right"),
        ("a", Fraction(1, 4), "partly"),  # half of 1/2
        ("abc", Fraction(1, 4), "partly"),  # half of 1 - 1/2
        ("ab", Fraction(0), "wrong"),
        ("b", Fraction(0), "wrong"),
        ("bd", Fraction(0), "wrong"),
        ("abcd", Fraction(0), "wrong"),
        ("", Fraction(0), "wrong"),
    ],
)
def test_multi_is_marked_by_net_correct_ticks(
    questions: Questions, letters: str, score: Fraction, outcome: str
) -> None:
    marked = ticked(questions, letters)
    assert (marked.score, marked.outcome) == (score, outcome)


@pytest.mark.parametrize("right", [1, 2, 3, 4, 5])
def test_ticking_all_or_none_scores_nothing_however_many_are_right(right: int) -> None:
    options = tuple(Option(same(word), place < right) for place, word in enumerate("abcdef"))
    asked = draw(Multi(id="m", options=options, **COMMON), 1)
    assert mark(asked, MultiAnswer(tuple(range(6)))).score == 0
    assert mark(asked, MultiAnswer(())).score == 0


def test_multi_says_why_of_what_was_ticked_wrongly_and_of_what_was_missed(questions: Questions) -> None:
    marked = ticked(questions, "ab")
    assert whys(marked, "chosen") == ["why b"]
    assert [note.about for note in marked.notes if note.kind == "missed"] == [same("c")]


@pytest.mark.parametrize(("kind", "en", "zh"), [("choice", "{}: x", "{}：题"), ("open", "1. x; 2. x", "1. 题；2. 题")])
def test_the_parts_of_a_right_answer_are_joined_without_a_double_stop(
    questions: Questions, kind: str, en: str, zh: str
) -> None:
    stopped, question = Text("x.", "题。"), questions[kind]
    if isinstance(question, Open):
        question = replace(question, rubric=tuple(replace(point, point=stopped) for point in question.rubric[:2]))
    elif isinstance(question, Choice):
        question = replace(question, options=tuple(replace(option, text=stopped) for option in question.options))
    said = correct(draw(question, 1))
    assert (said.en, said.zh) == (en.format(said.en[0]), zh.format(said.zh[0]))


def test_a_statement_is_right_or_wrong(questions: Questions) -> None:
    asked = draw(questions["boolean"], 1)
    assert mark(asked, BooleanAnswer(False)).outcome == "right"
    assert mark(asked, BooleanAnswer(True)).outcome == "wrong"
    assert mark(asked, BooleanAnswer(True)).correct == Text("false", "错")


@pytest.mark.parametrize(
    ("tolerance", "written", "said"),
    [
        (Tolerance(relative=0.01), "37", "Close, but not close enough: relative error at most 1%."),
        (Tolerance(absolute=0.1), "37.8", "Close, but not close enough: error at most 0.1."),
        (Tolerance(relative=0.01), "35", None),
        (Tolerance(absolute=0.1), "38", None),
        (Tolerance(exact=True), "37.3751", None),
    ],
)
def test_a_number_just_outside_the_tolerance_is_told_how_exact_it_has_to_be(
    tolerance: Tolerance, written: str, said: str | None
) -> None:
    marked = mark(draw(number("37.375", tolerance), 1), NumberAnswer(written))
    assert marked.outcome == "wrong"
    assert [note.why.en for note in marked.notes] == ([said] if said else [])


@pytest.mark.parametrize(
    ("written", "outcome", "kind"),
    [
        ("2 GiB", "right", None),
        ("2147483648", "right", None),
        ("2,147,483,648 bytes", "right", None),
        ("2.16e9", "right", None),
        ("2.17e9", "wrong", "close"),
        ("1 GiB", "wrong", "trap"),
        ("1.07e9", "wrong", "trap"),
        ("2 MiB", "wrong", "unit"),
        ("2 KiB", "wrong", "unit"),
        ("16 GiB", "wrong", "unit"),
        ("0", "wrong", None),
        ("-2 GiB", "wrong", None),
    ],
)
def test_a_number_is_marked_in_its_unit(questions: Questions, written: str, outcome: str, kind: str | None) -> None:
    marked = mark(draw(questions["number"], 1), NumberAnswer(written))
    assert marked.outcome == outcome
    assert [note.kind for note in marked.notes] == ([kind] if kind else [])


def number(answer: str, tolerance: Tolerance, *traps: str, **fields: Any) -> Number:
    whys = tuple(Trap(trap, same(trap)) for trap in traps)
    return Number(id="n", answer=answer, tolerance=tolerance, traps=whys, **COMMON, **fields)


def test_a_trap_is_never_right_even_within_the_tolerance() -> None:
    asked = draw(number("10", Tolerance(absolute=2), "11"), 1)
    assert mark(asked, NumberAnswer("11")).outcome == "wrong"
    assert mark(asked, NumberAnswer("10.9")).outcome == "wrong"
    assert mark(asked, NumberAnswer("10.4")).outcome == "right"
    assert mark(asked, NumberAnswer("9")).outcome == "right"


def test_of_two_traps_the_nearer_one_is_named() -> None:
    asked = draw(number("100", Tolerance(absolute=5), "120", "126"), 1)
    assert whys(mark(asked, NumberAnswer("124")), "trap") == ["126"]


@pytest.mark.parametrize(
    ("answer", "tolerance", "written", "outcome"),
    [
        ("7", Tolerance(exact=True), "7", "right"),
        ("7", Tolerance(exact=True), "7.0", "right"),
        ("7", Tolerance(exact=True), "7.0000000001", "wrong"),
        ("2 ** 70", Tolerance(exact=True), "1180591620717411303424", "right"),
        ("2 ** 70", Tolerance(exact=True), "1180591620717411303425", "wrong"),
        ("1 / 3", Tolerance(relative=0.01), "1/3", "right"),
        ("1 / 3", Tolerance(relative=0.01), "三分之一", "right"),
        ("1 / 3", Tolerance(relative=0.01), "0.33", "right"),
        ("1 / 3", Tolerance(relative=0.001), "0.33", "wrong"),
        ("0.1 + 0.2", Tolerance(absolute=0.1), "0.4", "right"),
        ("0.1 + 0.2", Tolerance(absolute=0.1), "0.401", "wrong"),
        ("-8", Tolerance(relative=0.1), "-8.8", "right"),
        ("-8", Tolerance(relative=0.1), "8", "wrong"),
        ("0", Tolerance(absolute=0.5), "-0.5", "right"),
    ],
)
def test_tolerance_is_kept_to_the_letter(answer: str, tolerance: Tolerance, written: str, outcome: str) -> None:
    assert mark(draw(number(answer, tolerance), 1), NumberAnswer(written)).outcome == outcome


def test_the_answer_goes_with_the_variables_that_were_drawn() -> None:
    question = number("n * n", Tolerance(exact=True), "2 * n", variables={"n": Variable(choices=(3, 5, 7))})
    for seed in range(10):
        asked = draw(question, seed)
        n = asked.variables["n"]
        assert isinstance(n, int)
        assert mark(asked, NumberAnswer(str(n * n))).outcome == "right"
        assert whys(mark(asked, NumberAnswer(str(2 * n))), "trap") == ["2 * n"]


@pytest.mark.parametrize(
    ("written", "outcome"),
    [
        ("encoder", "right"), ("Encoder", "right"), ("ＥＮＣＯＤＥＲ", "right"), ("the encoder", "right"),
        ("en-coder", "right"),
        ("an encoder.", "right"), ("编码器", "right"), ("「编码器」", "right"), ("encodr", "right"),
        ("encdoer", "right"),
        ("encoderr", "right"), ("encoders", "right"), ("Encoders ", "right"), ("编码器（encoder）", "right"),
        ("encoder (编码器)", "right"), ("encoder (decoder)", "wrong"), ("decoder（编码器）", "wrong"),
        ("编码器（encoder，编码模块）", "right"), ("编码器（Encoder / 编码网络）", "right"),
        ("编码器（encoder、decoder）", "wrong"), ("编码器（编码模块）", "wrong"),
        ("decoder", "wrong"), ("Decoder", "wrong"), ("解码器", "wrong"), ("编码", "wrong"), ("encode", "wrong"),
        ("ncoder", "wrong"), ("encod", "wrong"), ("transformer", "wrong"), ("", "wrong"), ("编解码器", "wrong"),
    ],
)  # fmt: skip
def test_a_text_is_right_however_it_is_typed_and_never_where_it_is_another_concept(
    questions: Questions, written: str, outcome: str
) -> None:
    assert mark(draw(questions["text"], 1), TextAnswer(written)).outcome == outcome


def term(*answers: str) -> Term:
    return Term(id="t", answers=Words(answers), **COMMON)


@pytest.mark.parametrize(
    ("answer", "typed"),
    [
        ("encoder", "decoder"), ("L1", "L2"), ("GRU", "LSTM"), ("GRU", "GPU"), ("pre-norm", "post-norm"),
        ("pretraining", "posttraining"), ("macro", "micro"), ("AdamW", "Adam"), ("Adam", "AdamW"), ("GPT-2", "GPT-3"),
        ("overfitting", "underfitting"), ("precision", "recall"), ("bigram", "trigram"), ("QLoRA", "LoRA"),
        ("unigram", "n-gram"), ("asymmetric", "symmetric"), ("PReLU", "ReLU"), ("bidirectional", "unidirectional"),
        ("autoencoder", "autodecoder"), ("intrinsic", "extrinsic"), ("word2vec", "word3vec"), ("convex", "concave"),
        ("LeakyReLU", "ReLU"), ("训练", "预训练"), ("过拟合", "欠拟合"), ("unbiased", "biased"), ("RMSNorm", "RMSProp"),
        ("pretraining", "retraining"), ("micro-average", "macro-average"),
    ],
)  # fmt: skip
def test_another_concept_is_never_taken_for_a_slip(answer: str, typed: str) -> None:
    assert mark(draw(term(answer), 1), TextAnswer(typed)).outcome == "wrong"


@pytest.mark.parametrize(
    ("answer", "typed", "outcome"),
    [
        ("RNNs", "RNN", "right"), ("RNN", "RNNs", "right"), ("bias", "bia", "wrong"), ("loss", "los", "wrong"),
        ("L1", "L1s", "wrong"),
        ("softmax", "s", "wrong"), ("词元", "词元s", "wrong"),
    ],
)  # fmt: skip
def test_a_plural_is_the_same_word(answer: str, typed: str, outcome: str) -> None:
    assert mark(draw(term(answer), 1), TextAnswer(typed)).outcome == outcome


@pytest.mark.parametrize(
    ("answer", "shown"),
    [
        ("2 ** 31", "2,147,483,648"),
        ("1 / 3", "0.333333"),
        ("1e6 / 3", "333,333"),
        ("1e-7 / 3", "3.33333e-08"),
        ("-4096", "-4,096"),
    ],
)
def test_the_right_number_is_told_as_people_write_it(answer: str, shown: str) -> None:
    marked = mark(draw(number(answer, Tolerance(relative=0.01)), 1), NumberAnswer("77"))
    assert marked.correct == same(shown)
    assert mark(draw(number(answer, Tolerance(relative=0.01)), 1), NumberAnswer(shown)).outcome == "right"


@pytest.mark.parametrize(
    ("answer", "typed"),
    [("perplexity", "perplexty"), ("dropout", "droput"), ("teacher forcing", "teacher focring"), ("softmax", "sofmax")],
)
def test_a_slip_is_forgiven_and_the_spelling_shown(answer: str, typed: str) -> None:
    marked = mark(draw(term(answer), 1), TextAnswer(typed))
    assert marked.outcome == "right"
    assert whys(marked, "typo") == [f"Spelled {answer}."]


def test_a_word_that_another_question_asks_for_is_no_slip() -> None:
    asked = draw(term("zipping"), 1)
    assert mark(asked, TextAnswer("zapping")).outcome == "right"
    assert mark(asked, TextAnswer("zapping"), knows=lambda word: word == "zapping").outcome == "wrong"


def test_a_slip_that_is_as_near_to_a_near_miss_is_wrong() -> None:
    near = replace(term("stemming"), near_misses=(NearMiss(Words(("stemning",)), same("no")),))
    assert mark(draw(near, 1), TextAnswer("stemwing")).outcome == "wrong"
    assert mark(draw(near, 1), TextAnswer("stemminng")).outcome == "right"


def test_a_near_miss_is_answered_with_the_difference(questions: Questions) -> None:
    assert whys(mark(draw(questions["text"], 1), TextAnswer("解码器")), "near_miss") == ["it writes, not reads"]


def test_folding_keeps_what_makes_a_concept() -> None:
    assert fold("Ｌ１ - norm") == fold("l1 norm") == "l1norm"
    assert fold("Naïve Bayes") == "naivebayes"
    assert fold("l1") != fold("l2")
    assert fold("A*") == "a*"
    assert fold("an") == "an"


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [
        ("ab", "ab", False),
        ("ab", "a", True),
        ("ab", "abc", True),
        ("ab", "ba", True),
        ("ab", "cb", True),
        ("abc", "cba", False),
    ],
)
def test_one_slip_is_one_insertion_deletion_exchange_or_swap(left: str, right: str, one: bool) -> None:
    assert one_apart(left, right) is one
    assert one_apart(right, left) is one


@pytest.mark.parametrize(
    ("sequence", "score"),
    [
        ("pqrs", Fraction(1)),
        ("qprs", Fraction(2, 3)),
        ("qpsr", Fraction(1, 3)),
        ("srqp", Fraction(0)),
        ("rspq", Fraction(0)),
    ],
)
def test_an_order_is_worth_its_rank_correlation(questions: Questions, sequence: str, score: Fraction) -> None:
    asked = draw(questions["order"], 4)
    places = tuple(asked.order.index("pqrs".index(item)) for item in sequence)
    assert mark(asked, OrderAnswer(places)).score == score


def test_the_correct_order_is_told_in_the_letters_that_were_shown(questions: Questions) -> None:
    from dojo.marking.grammar import parse

    for kind in ("order", "match"):
        for seed in range(10):
            asked = draw(questions[kind], seed)
            answer = parse(asked, mark(asked, parse(asked, example(asked.kind))).correct.en)
            assert mark(asked, answer).outcome == "right"


def example(kind: str) -> str:
    return "a b c d" if kind == "order" else "a1 b2 c3"


def test_a_match_is_worth_its_hits_over_chance(questions: Questions) -> None:
    asked = draw(questions["match"], 2)
    right = [asked.order.index(place) for place in range(3)]
    extra = asked.order.index(3)
    assert mark(asked, MatchAnswer(tuple(right))).score == 1
    two = mark(asked, MatchAnswer((right[0], right[1], extra)))
    assert two.score == Fraction(5, 9)  # (2 - 3/4) / (3 - 3/4)
    assert [(note.about, note.why) for note in two.notes] == [(same("z"), same("Z"))]
    assert mark(asked, MatchAnswer((right[0], right[2], extra))).score == Fraction(1, 9)
    assert mark(asked, MatchAnswer((right[1], right[2], extra))).score == 0


def test_an_open_answer_is_worth_the_points_it_makes_less_the_false_claims(questions: Questions) -> None:
    asked = draw(questions["open"], 1)
    assert mark(asked, OpenAnswer("w", (0, 1, 2))).outcome == "right"
    assert mark(asked, OpenAnswer("w", (0, 2))).score == Fraction(2, 3)
    assert mark(asked, OpenAnswer("w", (0, 2), (0,))).score == Fraction(1, 3)
    assert mark(asked, OpenAnswer("w", (), (0,))).score == 0
    marked = mark(asked, OpenAnswer("w", (0,), (0,)))
    assert whys(marked, "claim") == ["It costs one division more."]
    assert [note.about for note in marked.notes if note.kind == "point"] == [
        same("softmax saturates"),
        same("gradients vanish"),
    ]


@pytest.mark.parametrize(
    ("words", "points", "claims"),
    [
        ("The variance of the dot products grows, so softmax saturates.", (0, 1), ()),
        ("large dot-products, saturated softmax, vanishing gradients", (0, 1, 2), ()),
        ("点积变大，softmax饱和，梯度消失", (0, 1, 2), ()),
        ("点积 变大", (0,), ()),
        ("It makes attention FASTER", (), (0,)),
        ("covariance, unsaturated", (), ()),
        ("", (), ()),
    ],
)
def test_points_are_found_by_their_patterns_from_the_start_of_a_word(
    questions: Questions, words: str, points: tuple[int, ...], claims: tuple[int, ...]
) -> None:
    proposal = propose(draw(questions["open"], 1), words)
    assert (proposal.points, proposal.claims) == (points, claims)


def test_an_answer_of_another_kind_is_a_fault_of_the_caller(questions: Questions) -> None:
    with pytest.raises(TypeError, match="a choice question can't take a BooleanAnswer"):
        mark(draw(questions["choice"], 1), BooleanAnswer(True))
