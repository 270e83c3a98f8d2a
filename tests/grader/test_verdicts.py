"""The table of verdicts, case by case: `cases/<verdict>/<what it does>.py` is a submission of stable_softmax."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

CASES = sorted(Path(__file__).with_name("cases").glob("*/*.py"))
DOJO = [sys.executable, "-c", "from dojo.cli import main; main()"]


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """All cases graded in one call, as a cohort whose members are the cases."""
    folder = tmp_path_factory.mktemp("cohort")
    sources = {case.stem: case.read_bytes() for case in CASES}
    sources["not_utf_8"] = b"def softmax(x):\n    return '\xff'\n"
    sources["prints_a_gigabyte"] = (
        b"def softmax(x):\n    for _ in range(1000):\n        print('x' * 1_000_000)\n    return [1.0]\n"
    )
    sources["prints_in_every_test"] = b"def softmax(x):\n    print('x' * 40_000)\n    return [1.0]\n"
    for name, source in sources.items():
        (folder / name).mkdir()
        (folder / name / "stable_softmax.py").write_bytes(source)
    (folder / "a_link").mkdir()
    (folder / "a_link" / "stable_softmax.py").symlink_to(folder / "textbook" / "stable_softmax.py")
    call = [*DOJO, "grade", str(folder), "--json", "-", "--sandbox", "off", "--no-cache", "--lang", "en"]
    done = subprocess.run(call, capture_output=True, text=True, timeout=240, cwd=folder)
    assert done.returncode == 1, done.stderr
    return {result["member"]: result for result in json.loads(done.stdout)["results"]}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}-{case.stem}")
def test_a_submission_gets_the_verdict_of_its_folder(graded: dict[str, dict[str, Any]], case: Path) -> None:
    assert graded[case.stem]["verdict"] == case.parent.name


def test_every_test_of_the_suite_is_listed_whatever_the_submission_does(graded: dict[str, dict[str, Any]]) -> None:
    names = [test["name"] for test in graded["textbook"]["tests"]]
    assert len(names) > 5
    assert all([test["name"] for test in result["tests"]] == names for result in graded.values())


def test_points_are_counted_over_the_whole_suite(graded: dict[str, dict[str, Any]]) -> None:
    assert len({result["max_points"] for result in graded.values()}) == 1
    assert graded["textbook"]["score"] == 1.0
    assert graded["leaves_with_status_0_at_import"]["score"] == 0.0


def test_what_cannot_be_read_is_an_error_that_says_why(graded: dict[str, dict[str, Any]]) -> None:
    assert graded["not_utf_8"]["verdict"] == "error"
    assert "line 2 is not UTF-8" in graded["not_utf_8"]["tests"][0]["message"]
    assert graded["a_link"]["verdict"] == "error"
    assert "link" in graded["a_link"]["message"]
    assert "only UTF-8" in graded["declares_another_encoding"]["tests"][0]["message"]


def test_the_report_shows_call_line_and_what_was_printed(graded: dict[str, dict[str, Any]]) -> None:
    test = next(test for test in graded["answers_nothing"]["tests"] if test["verdict"] == "failed")
    assert test["call"].startswith("softmax(")
    assert test["line"] == 2  # where it returned
    assert test["actual"] == "None"
    assert test["expected"].startswith("[")
    exiting = graded["calls_sys_exit"]["tests"][0]
    assert exiting["message"].startswith("SystemExit")
    assert exiting["line"] == 5


@pytest.mark.parametrize("name", ["prints_a_gigabyte", "prints_in_every_test"])
def test_output_of_all_tests_is_kept_to_its_limit(graded: dict[str, dict[str, Any]], name: str) -> None:
    assert 0 < sum(len(test["output"]) for test in graded[name]["tests"]) <= 64 << 10


def test_nothing_that_came_back_can_command_a_terminal(graded: dict[str, dict[str, Any]]) -> None:
    text = json.dumps(graded["a_huge_integer_and_control_characters"], ensure_ascii=False)
    assert "\x1b" not in text
    assert "\\u001b" not in text
    assert "\u202e" not in text


def test_the_other_tests_are_still_reported_after_a_hang(graded: dict[str, dict[str, Any]]) -> None:
    verdicts = {test["verdict"] for test in graded["never_returns"]["tests"]}
    assert verdicts == {"timeout"}
    assert graded["never_ends_its_import"]["seconds"] < 30


def test_a_long_result_and_a_long_file_after_it_do_not_wait_for_each_other(tmp_path: Path) -> None:
    talks = "def softmax(x):\n    print('\\xff' * 40_000)\n    raise ValueError('\\U000e0001' * 600)\n"
    for name, source in (("a", talks), ("b", "#" * 1_000_000)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "stable_softmax.py").write_text(source, encoding="utf-8")
    call = [*DOJO, "grade", str(tmp_path), "--json", "-", "--sandbox", "off", "--no-cache", "--jobs", "1"]
    done = subprocess.run(call, capture_output=True, text=True, timeout=60, cwd=tmp_path)
    assert [result["verdict"] for result in json.loads(done.stdout)["results"]] == ["error", "error"]
    assert len(done.stdout) > 100_000  # a socket with another long thing in it does not take that in
