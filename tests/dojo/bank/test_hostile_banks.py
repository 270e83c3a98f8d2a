"""Banks from strangers: whatever stands in them, reading and checking ends soon and prints nothing raw."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from dojo.bank.bank import BankError, open_bank
from dojo.bank.compile import compile_bank
from dojo.bank.finding import MOST, Finding, Report, escaped
from dojo.bank.lint.banks import lint_banks

HEAD = "topic: t\ntitle: {en: T, zh: 题}\nquestions:\n"
COMMON = "    level: 1\n    sources: [s]\n    stem: {en: Why?, zh: 为什么？}\n"
LAST = '    explanation: {en: "So. It is.", zh: "如此。就是。"}\n'
NUMBER = "  - id: q\n    kind: number\n" + COMMON + LAST


@contextmanager
def soon(seconds: float = 5) -> Iterator[None]:
    start = time.monotonic()
    yield
    assert time.monotonic() - start < seconds


def errors(bank: str) -> list[str]:
    report = Report(Path("t.yaml"))
    compile_bank(bank.encode(), "t", report)
    return [finding.message for finding in report.findings if finding.severity == "error"]


def lint(tmp_path: Path, bank: str) -> list[Finding]:
    folder = tmp_path / "questions"
    folder.mkdir(exist_ok=True)
    (folder / "sources.yaml").write_text("sources:\n  s: {title: T, kind: book}\n", encoding="utf-8")
    (folder / "t.yaml").write_text(bank, encoding="utf-8")
    return lint_banks(tmp_path)


@pytest.mark.parametrize(
    "bank",
    [
        "---\n1\n---\n" + "[" * 40_000,
        "[" * 40_000,
        HEAD + "  - x\ty\n" * 20_000,
        HEAD + "  - *x\n" * 20_000,
        HEAD + "  - &x 1\n" * 20_000,
        HEAD + '  - "\\tau"\n' * 20_000,
        HEAD + "  - {id: q, kind: choise}\n" * 20_000,
        "topic: t\n" + "".join(f"key{number}: 1\n" for number in range(100_000)),
        HEAD + "  - id: q\n    kind: boolean\n" + "".join(f"    key{number}: 1\n" for number in range(100_000)),
        HEAD + "  - id: q\n    kind: boolean\n    " + "k" * 1_000_000 + ": 1\n",
        "# only a comment\n",
        "---\n",
    ],
    ids=[
        "deep second document", "deep", "tabs", "aliases", "anchors", "LaTeX in double quotes", "kinds", "keys",
        "keys of a question", "a long key", "a comment", "an empty document",
    ],
)  # fmt: skip
def test_a_bank_full_of_mistakes_is_told_soon_and_briefly(bank: str) -> None:
    with soon():
        found = errors(bank)
    assert 0 < len(found) <= MOST + 1
    assert all(len(message) < 1000 for message in found)


@pytest.mark.parametrize(
    "expressions",
    [
        '    answer: "round(7, -999999999)"\n',
        '    variables: {n: {choices: [[1, 2]]}}\n    answer: "sum(a7)"\n    let:\n'
        + "".join(f'      a{n}: "{"+".join([f"a{n - 1}" if n else "n"] * 60)}"\n' for n in range(8)),
        '    answer: "9 ** 9 ** 9 ** 9"\n',
        '    answer: "n"\n    variables: {n: {choices: [1]}}\n    let:\n'
        + "".join(f'      a{n}: "{"+".join("9" * 200)}"\n' for n in range(2000)),
        '    answer: "1"\n    variables:\n' + "".join(f"      v{n}: {{range: [1, 99999, 1]}}\n" for n in range(5000)),
    ],
    ids=["round", "doubling lists", "powers", "many expressions", "many variables"],
)
def test_expressions_that_never_end_are_told_soon(expressions: str) -> None:
    with soon():
        assert errors(HEAD + NUMBER + expressions)


@pytest.mark.slow
def test_many_heavy_questions_are_checked_soon(tmp_path: Path) -> None:
    heavy = NUMBER + '    variables: {n: {range: [1, 999, 1]}}\n    answer: "' + "+".join(["n"] * 240) + '"\n'
    bank = HEAD + "".join(heavy.replace("id: q", f"id: q{number}") for number in range(200))
    with soon(20):
        lint(tmp_path, bank)


@pytest.mark.parametrize(
    "text",
    [
        "\\text{" * 1300,
        "$" + "\\text{" * 1300 + "$",
        "<<" * 4000,
        "``` x\n" * 1300,
        "9" * 7999,
        "九" * 7999,
        "$x$ " * 1999,
    ],
)
def test_a_text_that_is_made_to_take_long_is_checked_soon(tmp_path: Path, text: str) -> None:
    question = "  - id: q\n    kind: boolean\n    answer: true\n    level: 1\n    sources: [s]\n" + LAST
    indented = text.replace("\n", "\n        ")
    stem = f"    stem:\n      en: |-\n        {indented}\n      zh: |-\n        题 {indented}\n"
    with soon():
        lint(tmp_path, HEAD + question + stem)


def test_a_text_without_bound_is_an_error() -> None:
    assert any("at most 8,000" in message for message in errors(HEAD + NUMBER.replace("Why?", "w" * 8001)))


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("a\n::error file=x::boo", "a\\n::error file=x::boo"),
        ("::error::boo", "\\::error::boo"),
        ("  ##[error]boo", "\\  ##[error]boo"),
        ("\x1b[2J\u202e\u2028\ud800", "\\x1b[2J\\u202e\\u2028\\ud800"),
        ("题　目 é", "题　目 é"),
    ],
)
def test_what_comes_from_a_file_is_escaped_on_a_line_of_output(raw: str, shown: str) -> None:
    assert escaped(raw) == shown


def test_keys_and_file_names_are_escaped_in_findings(tmp_path: Path) -> None:
    (tmp_path / "questions").mkdir()
    (tmp_path / "questions" / "a\n::error::x.yaml").write_text("topic: t", encoding="utf-8")
    found = [str(finding) for finding in lint(tmp_path, HEAD.replace("topic", '"a\\n::error ::b"') + NUMBER)]
    assert any("a\\n::error::x.yaml" in line for line in found)
    assert any("`a\\n::error ::b`" in line for line in found)
    assert not any("\n" in line for line in found)


@pytest.mark.parametrize("bank", ["", "# nothing\n", "---\n", "\n\n"])
def test_a_bank_without_content_is_empty_everywhere(tmp_path: Path, bank: str) -> None:
    found = [finding.message for finding in lint(tmp_path, bank) if finding.file.name == "t.yaml"]
    assert found == ["the file is empty"]
    with pytest.raises(BankError, match="the file is empty"):
        open_bank(tmp_path, None)


def test_a_missing_bibliography_says_what_belongs_there(tmp_path: Path) -> None:
    lint(tmp_path, HEAD + NUMBER)
    (tmp_path / "questions" / "sources.yaml").unlink()
    [said] = [finding.message for finding in lint_banks(tmp_path) if finding.file.name == "sources.yaml"]
    assert "no sources.yaml here" in said
    assert "`key: {title: …, kind: paper" in said
