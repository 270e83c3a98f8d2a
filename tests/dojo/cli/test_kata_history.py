"""`dojo kata history`: what was submitted is listed once a version, shown, and compared with the reference."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dojo.cli import main
from dojo.progress import FILE_NAME, open_progress

CODE = (b"def softmax(x):\n    return []\n", b"def softmax(x):\n    return None\n")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    ticks = iter(range(1_790_000_000, 1_790_001_000))
    with open_progress(tmp_path / FILE_NAME, lambda: float(next(ticks))) as progress:
        for source, verdict in ((CODE[0], "failed"), (CODE[1], "failed"), (CODE[0], "failed")):
            progress.record_verdict("stable_softmax", verdict, 0.25, str(CODE.index(source)), 0.1, source=source)
        progress.record_verdict("stable_softmax", "failed", 0.0, "huge", 0.1, source=b"#" * 10**6)
    return tmp_path


def run(home: Path, *words: str, given: str = "") -> Result:
    env = {"DOJO_HOME": str(home), "DOJO_LANG": "en"}
    return CliRunner().invoke(main, ["kata", "history", *words], input=given, env=env)


def test_each_version_has_one_row_with_how_often_it_was_judged(home: Path) -> None:
    rows = [line.split() for line in run(home, "stable_softmax").output.splitlines()[2:]]
    assert [(row[0], row[3:6]) for row in rows] == [
        ("1", ["failed", "25%", "2"]), ("2", ["failed", "25%", "1"]), ("3", ["failed", "0%", "1"]),
    ]  # fmt: skip
    assert "no code kept" in run(home, "stable_softmax").output


def test_the_code_is_kept_once_and_shown_by_its_number(home: Path) -> None:
    assert run(home, "stable_softmax", "2").output.encode() == CODE[1]
    with open_progress(home / FILE_NAME, lambda: 0.0) as progress:
        assert sum(b"return []" in row[6].encode() for row in progress.events()) == 1


def test_the_reference_is_shown_only_after_a_yes_while_the_kata_is_not_passed(home: Path) -> None:
    refused = run(home, "stable_softmax", "1", "--diff", given="n\n")
    assert (refused.exit_code, "+++ the reference" in refused.output) == (1, False)
    shown = run(home, "stable_softmax", "1", "--diff", "--yes").output
    assert "--- your number 1" in shown
    assert "-    return []" in shown


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (["perplexity"], 1, "nothing was submitted to perplexity yet"),
        (["stable_softmax", "9"], 2, "there are 3 submissions"),
        (["stable_softmax", "3"], 1, "was not kept"),
        (["stable_sofmax"], 2, "did you mean stable_softmax"),
    ],
)
def test_what_is_not_there_is_said(home: Path, words: list[str], status: int, said: str) -> None:
    result = run(home, *words)
    assert (result.exit_code, said in result.output) == (status, True)


@pytest.mark.parametrize("words", [["history", "stable_softmax"], ["list"], ["hint", "stable_softmax"]])
def test_whoever_opens_a_damaged_history_first_says_so(tmp_path: Path, words: list[str]) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"no database" * 500)
    env = {"DOJO_HOME": str(tmp_path), "DOJO_LANG": "en"}
    assert "it is kept as" in CliRunner().invoke(main, ["kata", *words], env=env).stderr
