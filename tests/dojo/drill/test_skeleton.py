"""A new kata from its skeleton: its blanks are named, and filled it is a kata that lint accepts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from dojo.cli import main
from dojo.drill.descriptions import lint_descriptions
from grader.lint import kata_folders, lint_katas


def new(root: Path, monkeypatch: pytest.MonkeyPatch, *words: str) -> tuple[int, str]:
    (root / "questions").mkdir(exist_ok=True)
    (root / "questions" / "sources.yaml").write_text("sources:\n  s: {title: T, kind: book}\n", encoding="utf-8")
    monkeypatch.setenv("DOJO_CONTENT", str(root))
    monkeypatch.setenv("DOJO_HOME", str(root / "home"))
    result = CliRunner().invoke(main, ["kata", "new", *words, "--lang", "en"])
    return result.exit_code, result.output


def blanks(root: Path) -> int:
    found = lint_descriptions(root, kata_folders(root, []))
    return sum(finding.message.startswith("a blank (___)") for finding in found)


def test_a_new_kata_is_written_once_and_its_blanks_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code, said = new(tmp_path, monkeypatch, "mean_of", "--topic", "demo")
    assert code == 0, said
    assert "wrote katas/demo/mean_of/kata.yaml (13 blanks)" in said
    assert blanks(tmp_path) > 10
    before = (tmp_path / "katas/demo/mean_of/kata.yaml").read_bytes()
    code, said = new(tmp_path, monkeypatch, "mean_of", "--topic", "other")
    assert (code, "mean_of exists already" in said) == (2, True)
    assert (tmp_path / "katas/demo/mean_of/kata.yaml").read_bytes() == before


@pytest.mark.parametrize("slug", ["../x", "Mean", "mean-of", ""])
def test_a_name_that_is_no_slug_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, slug: str) -> None:
    assert new(tmp_path, monkeypatch, slug, "--topic", "demo")[0] == 2
    assert not (tmp_path / "katas").exists()


@pytest.mark.slow
def test_a_filled_kata_has_no_errors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    new(tmp_path, monkeypatch, "mean_of", "--topic", "demo")
    for path in [*tmp_path.glob("katas/**/*.*"), *tmp_path.glob("solutions/**/*.*")]:
        text = path.read_text(encoding="utf-8").replace("sources: ['___']", "sources: [s]")
        text = re.sub(r"(zh[:=] ?['\"])___", r"\1中文", text)
        path.write_text(text.replace("___", "words"), encoding="utf-8")
    folders = kata_folders(tmp_path, [])
    assert list(lint_descriptions(tmp_path, folders)) == []
    assert [str(found) for found in lint_katas(folders) if found.severity == "error"] == []
