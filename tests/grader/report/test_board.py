"""The board in a file: its figures, what it escapes, and that it is small and loads nothing."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import msgspec
import pytest

from grader.judge.verdicts import Bilingual, Result, TestResult, Verdict
from grader.report.board import to_board
from grader.report.board.details import payload
from grader.report.board.figures import board_of
from grader.report.board.words import WORDS
from grader.report.html import DARK, LIGHT
from grader.report.summary import LeftOut, Member, Summary


def same(text: str) -> Bilingual:
    return Bilingual(text, text)


def case(name: str, verdict: Verdict = Verdict.PASSED, **more: object) -> TestResult:
    return TestResult(name, same(f"promise of {name}"), verdict, int(verdict is Verdict.PASSED), 1, **more)  # type: ignore[arg-type]


def graded(
    member: str | None, kata: str, *tests: TestResult, misconception: str | None = None, **more: object
) -> Result:
    points = sum(test.points for test in tests)
    verdict = Verdict.PASSED if points == len(tests) else Verdict.FAILED
    details = {"misconception": same(misconception) if misconception else None, **more}
    return Result(
        member, kata, f"g/{member}/{kata}.py", verdict, points / len(tests), points, len(tests), 0.5, tests, **details
    )  # type: ignore[arg-type]


def summary(*results: Result, absent: tuple[str, ...] = (), **more: object) -> Summary:
    names = dict.fromkeys(result.member for result in results)
    members = []
    for name in names:
        rows = [result for result in results if result.member == name]
        passed = sum(row.verdict is Verdict.PASSED for row in rows)
        members.append(Member(name, sum(row.score for row in rows) / len(rows), passed, len(rows), len(rows)))
    members += [Member(name, 0.0, 0, 0, 0, (same("nothing"),)) for name in absent]
    return Summary(results, "full", members, submissions=len(results), **more)  # type: ignore[arg-type]


GOOD, BAD = case("test_a"), case("test_a", Verdict.FAILED, line=3, call="f(1)", expected="1", actual="2")
COHORT = summary(
    graded("ana", "tally", GOOD, case("test_b")),
    graded("bo", "tally", BAD, case("test_b"), misconception="off by one"),
    graded("bo", "sort", BAD),
    graded("cy", "tally", BAD, case("test_b", Verdict.FAILED), misconception="off by one"),
    absent=("dee",),
)


def test_members_are_ranked_and_those_without_anything_come_last_without_a_rank() -> None:
    board = board_of([("now", COHORT)])
    assert [(row.rank, row.name) for row in board.rows] == [(1, "ana"), (2, "bo"), (3, "cy"), (None, "dee")]
    assert board.absent == ("dee",)


def test_equal_scores_share_a_rank() -> None:
    board = board_of([("now", summary(*(graded(name, "tally", GOOD) for name in "abc"), graded("d", "tally", BAD)))])
    assert [row.rank for row in board.rows] == [1, 1, 1, 4]


def test_a_kata_is_as_hard_as_those_who_handed_it_in_found_it() -> None:
    sort, tally = board_of([("now", COHORT)]).katas
    assert (sort.slug, sort.handed_in, sort.passed, sort.score, sort.seconds) == ("sort", 1, 0, 0.0, 0.5)
    assert (tally.handed_in, tally.passed, tally.score) == (3, 1, 0.5)


def test_the_tests_that_fail_most_come_with_the_misconceptions_behind_them() -> None:
    first, *_ = board_of([("now", COHORT)]).tests
    assert (first.kata, first.promise.en, first.failed, first.graded) == ("tally", "promise of test_a", 2, 3)
    assert first.misconceptions == ((same("off by one"), 2),)
    assert board_of([("now", COHORT)]).misconceptions == (("tally", same("off by one"), 2),)


def test_progress_is_told_over_runs_and_a_member_who_was_not_there_has_none() -> None:
    before = summary(graded("ana", "tally", BAD, case("test_b")), graded("zoe", "tally", GOOD))
    board = board_of([("week 1", before), ("week 2", COHORT)])
    rows = {row.name: row for row in board.rows}
    assert rows["ana"].earlier == (0.5, 1.0)
    assert rows["ana"].change == 0.5
    assert rows["bo"].change is None
    assert [(run.label, run.members, run.graded, run.passed) for run in board.runs] == [
        ("week 1", 2, 2, 1), ("week 2", 4, 4, 1),
    ]  # fmt: skip


def test_files_by_themselves_have_a_row_each() -> None:
    files = [graded(None, "tally", GOOD), graded(None, "tally", BAD)]
    board = board_of([("now", summary(*files))])
    assert [(row.name, row.graded, row.score) for row in board.rows] == [
        ("g/None/tally.py", 1, 1),
        ("g/None/tally.py", 1, 0),
    ]


def test_a_score_that_is_not_all_is_never_shown_as_100() -> None:
    almost = Result("ana", "tally", "f", Verdict.FAILED, 0.99999, 1, 1, 0.1)
    page = to_board([("now", summary(almost))], "en")
    assert ">99<" in page
    assert ">0.99<" in page
    assert "1.00" not in page


@pytest.mark.parametrize(("score", "cell", "column"), [
    (0.5789, "58", "0.58"), (0.675, "68", "0.68"), (0.285, "29", "0.29"), (0.0, "0", "0.00"),
])  # fmt: skip
def test_a_score_is_rounded_in_one_way_wherever_it_stands(score: float, cell: str, column: str) -> None:
    only = Result("ana", "tally", "f", Verdict.ERROR, score, 1, 1, 0.1)
    board = board_of([("now", summary(only))])
    assert json.loads(payload(board, "en"))["rows"][0][0][1:3] == [f"{cell}E", pytest.approx(score * 100, abs=0.051)]
    page = to_board([("now", summary(only))], "en")
    assert f">{cell}E</td>" in page
    assert f"<td>{cell}</td>" in page.partition("<tfoot>")[2]  # the kata's mean
    assert page.count(f">{column}</") == 4  # the mean above and below, the member's score, the kata's mean


def test_no_mean_counts_who_handed_in_nothing() -> None:
    board = board_of([("now", COHORT)])
    assert board.runs[0].score == pytest.approx((1 + 0.25 + 0) / 3)
    assert board_of([("now", summary(absent=("dee",)))]).runs[0].score == 0
    assert "leave out those who handed in nothing" in to_board([("now", COHORT)], "en")


def test_times_have_two_decimals_and_a_unit() -> None:
    quick = Result("ana", "tally", "f", Verdict.PASSED, 1.0, 1, 1, 0.034)
    page = to_board([("now", summary(quick))], "en")
    assert '<td class="n">0.03</td>' in page
    assert ">time (s)</button>" in page


def told(*tests: TestResult) -> list[tuple[str, int, bool, list[str]]]:
    """What the page tells of a submission: promise, how many tests, whether it is as above, and all values."""
    document = json.loads(payload(board_of([("now", summary(graded("ana", "tally", *tests)))]), "en"))
    *_, numbers = document["rows"][0][0]
    texts = document["texts"]
    return [
        (texts[promise], times, bool(again), [texts[number] for number in values if number >= 0])
        for promise, _, _, times, again, *values in (document["entries"][number] for number in numbers)
    ]


def test_every_failure_is_told_in_full() -> None:
    wrong = [case(f"test_{n}", Verdict.FAILED, line=4, call=f"f({n})", message=same(f"why {n}")) for n in range(3)]
    assert told(GOOD, *wrong) == [(f"promise of test_{n}", 1, False, [f"f({n})", f"why {n}"]) for n in range(3)]


def test_tests_of_one_promise_are_one_entry_and_one_row() -> None:
    wrong = [TestResult(f"t[{n}]", same("order"), Verdict.FAILED, 0, 1, call=f"f({n})") for n in range(3)]
    assert told(*wrong) == [("order", 3, False, ["f(0)"])]
    result = graded("ana", "tally", *wrong)
    (row,) = board_of([("now", summary(result, graded("bo", "tally", wrong[0], GOOD)))]).tests
    assert (row.promise.en, row.failed, row.graded, row.tests) == ("order", 2, 2, 3)
    assert "order <b>×3</b>" in to_board([("now", summary(result))], "en")


def test_one_exception_is_told_once() -> None:
    ends = [case(f"test_{n}", Verdict.ERROR, line=2, message=same("ValueError: x")) for n in range(2)]
    assert told(GOOD, *ends) == [
        ("promise of test_0", 1, False, ["ValueError: x"]), ("promise of test_1", 1, True, []),
    ]  # fmt: skip
    assert told(*ends) == [("Every test ends the same way", 1, False, ["ValueError: x"])]


def test_the_first_failure_of_everybody_has_room_before_the_second_of_anybody() -> None:
    wrong = [case(f"test_{n}", Verdict.FAILED, call=f"call {n}") for n in range(2)]
    board = board_of([("now", summary(graded("ana", "tally", *wrong), graded("bo", "tally", wrong[1])))])
    assert {"call 0", "call 1"} <= {*json.loads(payload(board, "en", room=72))["texts"]}
    other = [case(f"test_{n}", Verdict.FAILED, call=f"long {n}") for n in range(9)]
    board = board_of([("now", summary(graded("ana", "tally", *other), graded("bo", "tally", wrong[1], GOOD)))])
    document = json.loads(payload(board, "en", room=72))
    assert {"long 0", "call 1"} <= {*document["texts"]}
    assert document["cut"]


def test_the_label_says_what_it_is() -> None:
    assert "Run: <bdi>week 2</bdi>" in to_board([("week 2", COHORT)], "en")
    assert "批次：<bdi>week 2</bdi>" in to_board([("week 2", COHORT)], "zh")


EVIL = "</script><script>alert(1)</script><img src=x onerror=alert(1)>&\"'`${1}\u2028]]>"


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        self.links += [str(value) for name, value in attrs if name in ("src", "href", "action", "srcset", "style")]
        self.links += [name for name, _ in attrs if name.startswith("on")]


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_whatever_a_submission_is_called_or_says_is_text(lang: str) -> None:
    told = case("test_a", Verdict.FAILED, call=EVIL, expected=EVIL, actual=EVIL, message=same(EVIL), output=EVIL)
    told = msgspec.structs.replace(told, name=EVIL, promise=same(EVIL))
    plain = summary(graded(EVIL, "tally", BAD), absent=(EVIL + "2",))
    evil = summary(
        graded(EVIL, "tally", told, misconception=EVIL, message=same(EVIL)),
        absent=(EVIL + "2",), left_out=[LeftOut(EVIL, same(EVIL))],
    )  # fmt: skip
    page, other = Tags(), Tags()
    page.feed(to_board([(EVIL, evil)], lang))
    other.feed(to_board([("now", plain)], lang))
    assert page.seen.count("script") == other.seen.count("script") == 2
    assert "img" not in page.seen
    assert page.links == []


def test_what_the_script_reads_is_json_that_ends_no_element() -> None:
    text = payload(board_of([("now", summary(graded(EVIL, "tally", BAD, misconception=EVIL)))]), "en")
    assert "<" not in text
    assert EVIL in json.loads(text)["texts"]


def test_the_page_loads_nothing_and_its_policy_says_so() -> None:
    page = to_board([("now", COHORT)], "en")
    assert "default-src 'none'" in page
    assert not re.search(r"(?i)https?://|@import|url\(|src=|<link", page)


def test_texts_stand_in_the_page_once_and_are_left_out_where_there_is_no_room() -> None:
    results = [graded(f"m{number}", "tally", BAD) for number in range(50)]
    document = json.loads(payload(board_of([("now", summary(*results))]), "en"))
    assert len(document["texts"]) == len(set(document["texts"])) == 4  # the promise, the call, and two values
    assert document["cut"] is False
    long = [graded(f"m{n}", "tally", case("test_a", Verdict.FAILED, call=f"f({n})", expected="1")) for n in range(50)]
    cut = json.loads(payload(board_of([("now", summary(*long))]), "en", room=20))
    assert cut["cut"] is True
    assert "promise of test_a" in cut["texts"]
    assert sum(len(text) for text in cut["texts"] if not text.startswith("promise")) <= 20


def test_the_board_says_the_same_in_both_languages() -> None:
    assert WORDS["en"].keys() == WORDS["zh"].keys()
    page = to_board([("now", COHORT)], "zh")
    assert '<html lang="zh">' in page
    assert "dee" in page
    text = re.sub(r"(?s)<(style|script|head).*?</\1>", "", page)
    for name in ("matrix", "katas", "tests", "misconceptions", "search", "legend"):
        assert WORDS["zh"][name] in text
        assert WORDS["en"][name] not in text


def test_the_boards_style_uses_the_colours_that_can_be_read() -> None:
    style = re.search(r"(?s)<style>(.*?)</style>", to_board([("now", COHORT)], "en"))
    assert style is not None
    bare = style[1]
    for colour in (*LIGHT.values(), *DARK.values()):
        bare = bare.replace(colour, "")
    assert not re.search(r"#[0-9a-f]{3,8}\b", bare)
    assert set(re.findall(r"var\(--(\w+)\)", bare)) <= LIGHT.keys()
    assert "LIGHT" not in bare
