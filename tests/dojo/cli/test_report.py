"""`dojo report` from the outside: every format of a real result file, where it goes, and what stops it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import junitparser
import pytest

from grader.judge.verdicts import Bilingual, Result, TestResult, Verdict
from grader.report.json import to_json
from grader.report.summary import Member, Summary

DOJO = [sys.executable, "-c", "from dojo.cli import main; main()"]


def environment(where: Path, **more: str) -> dict[str, str]:
    mine = {name: text for name, text in os.environ.items() if not name.startswith(("GITHUB_", "DOJO_"))}
    mine.pop("PYTHONPATH", None)
    return {**mine, "DOJO_HOME": str(where / "home"), "DOJO_LANG": "en", **more}


def dojo(where: Path, *args: str, given: bytes = b"", **environ: str) -> subprocess.CompletedProcess[bytes]:
    env = environment(where, **environ)
    return subprocess.run([*DOJO, "report", *args], cwd=where, env=env, input=given, capture_output=True, timeout=60)


def same(text: str) -> Bilingual:
    return Bilingual(text, text)


def written(path: Path, *, verdict: Verdict = Verdict.FAILED) -> bytes:
    tests = (TestResult("test_a", same("shares add up"), verdict, 0, 1, 7, "f(1)", "1", "2"),)
    results = [
        Result("ana", "tally", "g/ana/tally.py", Verdict.PASSED, 1.0, 1, 1, 0.1),
        Result("Bo 👩‍💻", "tally", "g/Bo 👩‍💻/tally.py", verdict, 0.0, 0, 1, 0.1, tests),
        Result("bo 👩‍💻", "tally", "g/bo 👩‍💻/tally.py", verdict, 0.0, 0, 1, 0.1, tests),
    ]
    members = [Member("ana", 1.0, 1, 1, 1)]
    members += [Member(name, 0.0, 0, 1, 1, (same("x"),)) for name in ("Bo 👩‍💻", "bo 👩‍💻")]
    path.write_bytes(to_json(Summary(results, "full", members, submissions=3), "en"))
    return path.read_bytes()


@pytest.fixture
def group(tmp_path: Path) -> Path:
    written(tmp_path / "r.json")
    return tmp_path


def test_without_a_format_there_is_a_table_to_read(group: Path) -> None:
    done = dojo(group, "r.json")
    assert done.returncode == 0, done.stderr
    assert "1 of 3 passed" in done.stdout.decode()
    assert "未通过" in dojo(group, "r.json", "--lang", "zh").stdout.decode()


def test_json_is_the_file_itself_and_comes_through_a_pipe_too(group: Path) -> None:
    data = (group / "r.json").read_bytes()
    assert dojo(group, "r.json", "--format", "json").stdout == data
    assert dojo(group, "-", "--format", "json", given=data).stdout == data


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize(
    ("form", "begins"),
    [("json", '{\n "schema": 1'), ("junit", "<?xml"), ("github", "::error"), ("markdown", "# NLP Dojo"), ("ctrf", "{"),
     ("csv", ('"member",', '"成员",')), ("html", "<!doctype html>")],
)  # fmt: skip
def test_every_format_goes_to_standard_output_or_into_a_file(group: Path, form: str, begins: str, lang: str) -> None:
    done = dojo(group, "r.json", "--format", form, "--lang", lang)
    assert done.returncode == 0, done.stderr
    assert done.stdout.decode().startswith(begins)
    assert done.stderr == b""
    if form != "github":
        assert dojo(group, "r.json", "--format", form, "--lang", lang, "--output", "out").stdout == b""
        assert (group / "out").read_bytes() == done.stdout


def test_the_junit_report_is_read_back(group: Path) -> None:
    dojo(group, "r.json", "--format", "junit", "--output", "r.xml")
    read = junitparser.JUnitXml.fromfile(str(group / "r.xml"))
    assert [suite.name for suite in read] == ["ana.tally", "Bo 👩‍💻.tally", "bo 👩‍💻.tally"]
    assert read.failures == 2


def test_github_gets_annotations_on_the_output_and_the_summary_at_the_end_of_its_page(group: Path) -> None:
    (group / "work").mkdir()
    (group / "page.md").write_text("before\n")
    environ = {"GITHUB_STEP_SUMMARY": str(group / "page.md"), "GITHUB_WORKSPACE": str(group)}
    done = dojo(group / "work", "../r.json", "--format", "github", **environ)
    lines = done.stdout.decode().splitlines()
    assert len(lines) == 2
    assert all(line.startswith("::error file=work/g/") for line in lines)
    page = (group / "page.md").read_text(encoding="utf-8")
    assert page.startswith("before\n## NLP Dojo")
    dojo(group / "work", "../r.json", "--format", "github", "--output", "own.md", **environ)
    assert (group / "page.md").read_text(encoding="utf-8") == page
    assert (group / "work" / "own.md").read_text(encoding="utf-8") == page.removeprefix("before\n")


def test_a_page_that_is_full_gets_no_more_than_it_can_keep(group: Path) -> None:
    (group / "page.md").write_bytes(b"x" * ((1024 << 10) - 4000))
    dojo(group, "r.json", "--format", "github", GITHUB_STEP_SUMMARY=str(group / "page.md"))
    assert (group / "page.md").stat().st_size <= 1024 << 10


def test_everybody_gets_a_feedback_file_even_where_names_are_equal_but_for_case(group: Path) -> None:
    done = dojo(group, "r.json", "--feedback", "out/feedback")
    assert done.returncode == 0, done.stderr
    names = sorted(path.name for path in (group / "out" / "feedback").iterdir())
    assert len({name.casefold() for name in names}) == 3
    assert "ana.md" in names
    assert "shares add up" in next(path for path in (group / "out/feedback").iterdir() if "Bo" in path.name).read_text()


def test_classroom_50_gets_its_two_files_or_a_sentence(group: Path) -> None:
    names = ("CLASSROOM", "ASSIGNMENT", "SUBMISSION_TAG", "COMMIT_URL", "RELEASE_URL", "OWNER")
    environ = dict.fromkeys(names, "submit/x")
    done = dojo(group, "r.json", "--classroom", "out", **environ)
    assert (done.returncode, b"3 members" in done.stderr) == (2, True)
    one = json.loads((group / "r.json").read_text(encoding="utf-8"))
    one["members"], one["results"] = one["members"][1:2], one["results"][1:2]
    (group / "one.json").write_text(json.dumps(one))
    assert dojo(group, "one.json", "--classroom", "out", **environ).returncode == 0
    assert json.loads((group / "out" / "result.json").read_text())["max-score"] == 1
    assert "shares add up" in (group / "out" / "release-body.md").read_text()
    written(group / "b.json", verdict=Verdict.BROKEN)
    broken = json.loads((group / "b.json").read_text(encoding="utf-8"))
    broken["members"], broken["results"] = broken["members"][1:2], broken["results"][1:2]
    (group / "b.json").write_text(json.dumps(broken))
    assert dojo(group, "b.json", "--classroom", "out", **environ).returncode == 3  # not the student's fault


def test_the_board_takes_several_files_and_nothing_else_does(group: Path) -> None:
    written(group / "week 1.json")
    done = dojo(group, "week 1.json", "r.json", "--format", "html")
    assert "week 1" in done.stdout.decode()
    assert "Progress" in done.stdout.decode()
    for form in ("csv", "json"):
        refused = dojo(group, "r.json", "r.json", "--format", form)
        assert (refused.returncode, refused.stdout) == (2, b"")
        assert refused.stderr == b"dojo: only --format html takes several result files\n"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "it is empty"),
        (b'{"schema": 2}', "it has schema 2"),
        (b"half", "it is not JSON"),
        (b"[1]", "not a result file"),
    ],
)
def test_a_bad_result_file_is_one_sentence_with_its_name(group: Path, data: bytes, said: str) -> None:
    (group / "bad.json").write_bytes(data)
    for lang in ("en", "zh"):
        done = dojo(group, "bad.json", "--format", "csv", "--lang", lang)
        assert (done.returncode, done.stdout) == (2, b"")
        assert done.stderr.decode().startswith("dojo: bad.json")
        assert done.stderr.count(b"\n") == 1
        assert lang == "zh" or said in done.stderr.decode()


def test_half_a_result_file_is_cut_off(group: Path) -> None:
    data = (group / "r.json").read_bytes()
    (group / "half.json").write_bytes(data[: len(data) // 2])
    assert dojo(group, "half.json").stderr.decode() == (
        "dojo: half.json: it is cut off; copy it again, or grade again with --json\n"
    )


def test_what_cannot_be_read_or_written_is_a_sentence(group: Path) -> None:
    for args, said in (
        (("nowhere.json",), "nowhere.json cannot be read: No such file or directory"),
        ((".",), ". cannot be read: Is a directory"),
        (
            ("r.json", "--format", "csv", "--output", "no/where"),
            "no/where cannot be written: the folder does not exist",
        ),
        (("r.json", "--feedback", "r.json"), "r.json cannot be written: File exists"),
        (("r.json", "--output", "x"), "--output needs a --format"),
    ):
        done = dojo(group, *args)
        assert done.returncode == 2
        assert done.stderr.decode().startswith(f"dojo: {said}")
        assert done.stderr.count(b"\n") == 1
