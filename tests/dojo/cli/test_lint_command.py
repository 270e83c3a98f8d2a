"""`dojo lint` as an author calls it: by path or slug, and with what goes together."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dojo.cli import main
from tests.grader import toy_content as toy


@pytest.fixture(autouse=True)
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    toy.put(tmp_path, "katas/toys/tally/kata.yaml", toy.FILES["katas/toys/tally/kata.yaml"])
    toy.put(tmp_path, "questions/sources.yaml", "sources:\n  seed-000: {title: Notes, kind: seed}\n")
    monkeypatch.setenv("DOJO_CONTENT", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def lint(*args: str) -> Result:
    return CliRunner().invoke(main, ["lint", *args])


def test_a_kata_is_named_by_its_slug_or_its_folder() -> None:
    by_slug, by_folder = lint("tally"), lint("katas/toys/tally")
    assert by_slug.exit_code == by_folder.exit_code == 1
    assert by_slug.stdout == by_folder.stdout
    assert "katas/toys/tally/statement.en.md:1: error: missing or empty" in by_slug.stdout


def test_a_misspelt_slug_is_a_wrong_call() -> None:
    done = lint("taly")
    assert done.exit_code == 2
    assert "`taly` is neither a path nor the slug of a kata; did you mean `tally`?" in done.output


@pytest.mark.parametrize("call", [("--mutants", "--fix"), ("--figures", "--mutants"), ("--matrix", "file.csv")])
def test_options_that_do_not_go_together_are_a_wrong_call(call: tuple[str, ...]) -> None:
    done = lint(*call)
    assert done.exit_code == 2
    assert "go alone, and --matrix goes with --mutants" in done.output


def test_one_mistake_is_told_once(content: Path) -> None:
    text = toy.FILES["katas/toys/tally/kata.yaml"]
    toy.put(content, "katas/toys/tally/kata.yaml", text + "level: 2\n")
    done = lint("tally")
    assert [line for line in done.stdout.splitlines() if "kata.yaml:10:" in line] == [
        "katas/toys/tally/kata.yaml:10: error: `level` stands here twice (first in line 2); keep one of them"
    ]


@pytest.mark.parametrize("option", ["--mutants", "--figures"])
def test_a_kata_that_cannot_be_graded_is_said_and_not_measured(option: str) -> None:
    done = lint(option, "tally")
    assert done.exit_code == 1
    assert "solutions/toys/tally/test_hidden.py:1: error: missing or empty" in done.stdout


@pytest.mark.slow
def test_mutants_and_figures_of_a_whole_kata_are_reported(content: Path) -> None:
    toy.write(content)
    assert lint("--mutants", "tally").exit_code == 0
    suite = content / "solutions/toys/tally/test_hidden.py"
    suite.write_text(suite.read_text().partition("def test_squares_can")[0])
    done = lint("--mutants", "tally", "--matrix", "matrix.csv")
    assert done.exit_code == 1
    assert "tally.py:29: survives: `x * x -> x / x` in `return x * x`" in done.stdout
    assert "error: fewer than 97% of the mutants die" in done.stdout
    assert (content / "matrix.csv").read_text().startswith("kata,line,mutant,test,verdict\n")
    shown = lint("--figures", "tally")
    assert shown.exit_code == 0
    assert "warning: 3 tests; a suite has 8 to 20" in shown.stdout
    assert lint("--figures", "--strict", "tally").exit_code == 1
