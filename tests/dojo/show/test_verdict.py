"""The page of a verdict: short, the first failure in full, and every count right."""

from __future__ import annotations

import msgspec
import pytest
from rich.cells import cell_len

from dojo.show.verdict import Shown, verdict_lines
from grader.catalogue import load
from grader.content import content_root
from grader.judge.verdicts import Bilingual, Result, TestResult, Verdict

KATAS = load(content_root({}))
OVERFLOW = Bilingual("OverflowError: math range error", "OverflowError: math range error")
PASSED, FAILED, ERROR = Verdict.PASSED, Verdict.FAILED, Verdict.ERROR


def case(name: str, verdict: Verdict, points: float = 1, **fields: object) -> TestResult:
    promise = Bilingual(f"It keeps the promise {name}.", f"它遵守约定 {name}。")
    given = points if verdict is PASSED else 0
    return msgspec.structs.replace(TestResult(f"test_{name}", promise, verdict, given, points), **fields)


def result(*tests: TestResult, examples: tuple[TestResult, ...] = ()) -> Result:
    points, most = sum(test.points for test in tests), sum(test.max_points for test in tests)
    verdict = min((test.verdict for test in tests), key=list(Verdict).index)
    perhaps = Bilingual("nothing is subtracted", "没有减去任何数") if verdict is not PASSED else None
    return Result(
        None, "stable_softmax", "f.py", verdict, points / most, points, most, 0.02, tests, perhaps, None, examples
    )


def page(of: Result, lang: str = "en", columns: int = 80, rows: int | None = 24, **options: object) -> list[str]:
    shown = msgspec.structs.replace(Shown("f.py", lang), **options)
    return [line.plain.replace("\u00a0", " ") for line in verdict_lines(of, shown, columns, rows)]


MANY = result(
    *(case(f"p{number}", PASSED) for number in range(10)),
    case("large", ERROR, 2, message=OVERFLOW, line=7, call="softmax([1000.0])", output="a\n" * 50,
         hint=Bilingual("Subtract the maximum.", "减去最大值。")),
    *(case(f"e{number}", ERROR, 2, message=OVERFLOW, line=7) for number in range(5)),
    *(case(f"f{number}", FAILED, call="softmax([0.0])", expected="[1.0]", actual="[2.0]") for number in range(20)),
    examples=(case("shown", PASSED),),
)  # fmt: skip


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (120, 40)])
def test_the_page_of_many_failures_fits_the_screen(lang: str, columns: int, rows: int) -> None:
    lines = page(MANY, lang, columns, rows)
    assert len(lines) < rows
    assert max(cell_len(line) for line in lines) <= columns


def test_it_begins_with_what_is_perhaps_wrong_and_tells_the_first_failure_in_full() -> None:
    lines = page(MANY)
    assert lines[0].startswith("error  10/42 points")
    assert lines[1] == "Perhaps: nothing is subtracted"
    assert lines[3] == "  ✗ It keeps the promise large. (error)  2 points"
    text = "\n".join(lines)
    for said in ("call     softmax([1000.0])", "line     f.py:7", "hint     Subtract the maximum.", "test     large"):
        assert said in text
    assert "46 more lines: --all" in text


def test_each_kind_of_failure_is_one_line_and_says_what_it_is_the_same_as() -> None:
    lines = page(MANY, rows=None)
    assert "  ✗ 5 tests, 10 points  error, as in large" in lines
    assert sum(line.startswith("  ✗ 1 point  It keeps the promise f") for line in lines) == 20
    few = page(MANY)
    left = next(line for line in few if "more kinds" in line)
    listed = sum(line.startswith("  ✗ 1 point") for line in few)
    assert left == f"  {20 - listed} more kinds: --all"


def test_passed_tests_are_a_count_and_examples_give_no_points() -> None:
    assert "10 of 36 tests passed, 1 of 1 examples passed (examples give no points)" in page(MANY)
    failed = result(case("a", FAILED), examples=(case("shown", FAILED),))
    assert page(failed)[3] == "  ✗ It keeps the promise shown.  example, no points"


def test_other_examples_that_fail_are_one_line() -> None:
    shown = tuple(case(f"shown{number}", FAILED) for number in range(5))
    lines = page(result(case("a", FAILED), case("b", FAILED), examples=shown))
    assert [line for line in lines if "✗" in line][1:] == [
        "  ✗ 4 more examples, no points",
        "  ✗ 1 point  It keeps the promise a.",
        "  ✗ 1 point  It keeps the promise b.",
    ]


def test_a_long_line_of_a_kind_is_whole_where_the_screen_has_room() -> None:
    long = Bilingual("not run: " + "so many words " * 8 + "end", "未运行")
    few = result(case("a", FAILED), case("b", Verdict.TIMEOUT, message=long))
    assert "end" in "".join(page(few))
    assert max(map(len, page(few))) <= 80
    many = result(*(case(f"f{number}", FAILED) for number in range(30)), case("b", Verdict.TIMEOUT, message=long))
    assert len(page(many)) < 24


def test_a_file_that_cannot_be_read_is_said_in_one_sentence() -> None:
    trouble = Bilingual("the file cannot be read: it is a link", "无法读取文件：这是一个链接")
    unread = result(*(case(f"t{number}", ERROR, message=trouble) for number in range(3)))
    lines = page(msgspec.structs.replace(unread, message=trouble, misconception=None))
    assert lines == [lines[0], "", trouble.en]


@pytest.mark.parametrize(
    ("file", "argument"),
    [
        ("stable_softmax.py", "stable_softmax"),
        ("stable_softmax/stable_softmax.py", "stable_softmax"),
        ("my work/stable_softmax.py", "'my work/stable_softmax.py'"),
    ],
)
def test_the_command_that_shows_every_test_works_where_the_learner_stands(file: str, argument: str) -> None:
    text = " ".join(" ".join(page(MANY, file=file)).split())
    assert f"every test: dojo kata test {argument} --all" in text


def test_first_only_shows_nothing_but_the_first_failure() -> None:
    assert sum("✗" in line for line in page(MANY, first_only=True)) == 1


def test_every_shows_all_tests_by_number_and_an_exception_once() -> None:
    lines = page(MANY, every=True)
    assert sum("✓" in line for line in lines) == 11
    assert sum("OverflowError" in line for line in lines) == 1
    assert "  ✗ 13  It keeps the promise e0. (error, as in 12)  2 points" in lines
    assert sum(line.strip() == "a" for line in lines) == 50


def test_after_a_pass_come_the_next_kata_the_reference_and_the_follow_up_questions() -> None:
    passed = result(case("a", PASSED))
    lines = page(passed, following=KATAS["gru_cell"], follow_ups=("Why subtract the maximum?",))
    text = "\n".join(lines)
    order = ["1 of 1 tests passed", "dojo kata start gru_cell", "dojo kata solution stable_softmax", "  - Why subtract"]
    assert [text.index(said) for said in order] == sorted(text.index(said) for said in order)
    assert "dojo kata start" not in "\n".join(page(passed))


def test_where_all_end_the_same_way_it_is_said_once() -> None:
    same = result(*(case(f"e{number}", ERROR, message=OVERFLOW, line=3) for number in range(9)))
    lines = page(same)
    assert "All 9 tests end the same way:" in lines
    assert "\n".join(lines).count("OverflowError") == 1
