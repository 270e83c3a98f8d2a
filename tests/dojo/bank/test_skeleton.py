"""Skeletons of questions: what lint says of their blanks, and that it accepts them once they are filled."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from dojo.bank.lint.banks import lint_banks
from dojo.bank.skeleton import bank_head, skeleton
from dojo.cli import main
from dojo.question.kinds import KINDS, TYPES, Kind

SOURCES = "sources:\n  s: {title: T, kind: book}\n"


def lint(tmp_path: Path, bank: str) -> list[str]:
    folder = tmp_path / "questions"
    folder.mkdir(exist_ok=True)
    (folder / "sources.yaml").write_text(SOURCES, encoding="utf-8")
    (folder / "t.yaml").write_text(bank, encoding="utf-8")
    return [f"{finding.severity}: {finding.message}" for finding in lint_banks(tmp_path)]


def filled(label: str) -> str:
    """What an author might type for a blank."""
    number = "".join(re.findall(r"\d", label)) or "1"
    english = "Chinese" not in label
    if label.startswith("source"):
        return "s"
    if label == "true or false":
        return "true"
    if label.startswith("pattern of the false claim"):
        return "nonsense" if english else "胡说"
    if label.startswith("pattern of point"):
        return f"idea{number}" if english else f"想法{number}"
    if label.startswith(("good answer", "thin answer", "wrong answer")):
        said = {"good": "123", "thin": "1", "wrong": ""}[label.split()[0]]
        points = ", ".join(f"idea{n}" if english else f"想法{n}" for n in said)
        return points or ("nonsense" if english else "胡说")
    if label.startswith("explanation"):
        return "It's so. That is why." if english else "如此。原因在此。"
    name = re.sub(r"[^a-z0-9]", "", label.lower().replace("english", ""))
    return f"It's {name}" if english else f"内容“{name.replace('chinese', '')}”"


@pytest.mark.parametrize("kind", KINDS)
def test_each_blank_of_a_skeleton_is_named_and_nothing_else_is_wrong(tmp_path: Path, kind: Kind) -> None:
    found = [said for said in lint(tmp_path, bank_head("t") + skeleton(kind, 2, "a-name")) if said.startswith("error")]
    assert found
    assert [said for said in found if "is a blank (___); fill it in" not in said and "true nor false" not in said] == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_filled_skeleton_is_accepted(tmp_path: Path, kind: Kind) -> None:
    found = lint(tmp_path, bank_head("t", "Title", "标题") + skeleton(kind, 2, "a-name", filled))
    assert [said for said in found if said.startswith("error")] == []


def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *words: str) -> tuple[int, str]:
    monkeypatch.setenv("DOJO_CONTENT", str(tmp_path))
    monkeypatch.setenv("DOJO_HOME", str(tmp_path / "home"))
    result = CliRunner().invoke(main, ["bank", *words])
    return result.exit_code, result.output


def test_a_question_is_added_to_the_end_of_its_bank(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lint(tmp_path, bank_head("t", "Title", "标题") + skeleton("boolean", 1, "first", filled))
    code, said = run(tmp_path, monkeypatch, "new", "--topic", "t", "--kind", "order", "--id", "second", "--level", "2")
    assert code == 0, said
    written = (tmp_path / "questions" / "t.yaml").read_text(encoding="utf-8")
    line = int(re.findall(r"t\.yaml:(\d+)", said)[0])
    assert written.split("\n")[line - 1] == "  - id: second"
    assert written.count("  - id: ") == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--topic", "t", "--kind", "order", "--id", "first", "--level", "2"], "the id first is taken"),
        (["--topic", "t", "--kind", "order", "--id", "A b", "--level", "2"], "is not a valid id; write it like"),
        (["--topic", "../x", "--kind", "order", "--id", "a", "--level", "2"], "is not a valid topic"),
        (["--topic", "t", "--kind", "order", "--id", "a"], "there is no terminal to ask on"),
    ],
)
def test_a_wrong_call_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], said: str
) -> None:
    lint(tmp_path, bank_head("t", "Title", "标题") + skeleton("boolean", 1, "first", filled))
    before = (tmp_path / "questions" / "t.yaml").read_bytes()
    code, output = run(tmp_path, monkeypatch, "new", *words)
    assert code == 2
    assert said in output
    assert (tmp_path / "questions" / "t.yaml").read_bytes() == before


def test_a_bank_that_is_broken_is_not_added_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lint(tmp_path, "questions: [\n")
    code, output = run(tmp_path, monkeypatch, "new", "--topic", "t", "--kind", "order", "--id", "a", "--level", "1")
    assert (code, "can't be added to" in output) == (2, True)


@pytest.mark.parametrize("kind", KINDS)
def test_a_question_is_shown_with_its_answer_in_both_languages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: Kind
) -> None:
    lint(tmp_path, bank_head("t", "Title", "标题") + skeleton(kind, 2, "a-name", filled))
    code, output = run(tmp_path, monkeypatch, "show", "a-name", "--both")
    assert code == 0, output
    assert f"a-name  (t, {kind}, level 2, seed 0)" in output
    for said in ("It's stemin", "It's so. That is why.", "内容“stemin”", "如此。原因在此。", "explanation:", "解析:"):
        assert said in output


def test_a_question_that_is_not_there_is_told_with_the_nearest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lint(tmp_path, bank_head("t", "Title", "标题") + skeleton("boolean", 1, "first", filled))
    code, output = run(tmp_path, monkeypatch, "show", "frist")
    assert (code, "did you mean first?" in output) == (2, True)
    code, output = run(tmp_path, monkeypatch, "show", "nothing-like-it")
    assert (code, "all ids: dojo bank list" in output) == (2, True)
    assert (
        "没有编号为 `frist` 的题目；是否想找 first？" in run(tmp_path, monkeypatch, "show", "frist", "--lang", "zh")[1]
    )


def test_contributing_names_every_field_of_every_kind() -> None:
    page = (Path(__file__).parents[3] / "docs" / "author.md").read_text(encoding="utf-8")
    rows = [row for row in page.split("\n") if row.startswith("| ") and row.count("|") == 4]
    for kind in TYPES:
        about = " ".join(row for row in rows if row.startswith("| all ") or f"`{kind.kind}`" in row.split("|")[1])
        missing = [name for name in kind.__struct_fields__ if name != "topic" and f"`{name}`" not in about]
        assert missing == [], kind.kind
