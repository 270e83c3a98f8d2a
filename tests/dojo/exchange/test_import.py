"""GIFT, Aiken and CSV: what can be read becomes a question, what can't is said with its line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from dojo.cli.bank import command
from dojo.exchange.aiken import read_aiken
from dojo.exchange.draft import Draft, Unreadable
from dojo.exchange.gift import read_gift
from dojo.exchange.read_sheet import NotASheet, read_csv

GIFT = """\
// [id:softmax-sum] a comment
$CATEGORY: ignored

::Sum::What does softmax sum to?{
  =1 #Right, a distribution.
  ~0 #That is the mean of the logits
  ~the number of classes }

Dropout is active in evaluation.{FALSE#It is not.#Yes.####Only in training.}

How many heads does BERT-base have?{#12:0}

A value of pi?{#3.13..3.15}

The gate of a GRU that decides what to keep is the {=update =update gate} gate.

Match.{=GRU -> two gates =LSTM -> three gates = -> four gates}

Which are optimisers?{~%50%Adam ~%50%SGD ~%-100%BLEU}

Compare \\{GRU\\} and LSTM.{}

[html]<p>Use <code>x</code> &lt; 1?</p>{T}

Half a point.{=a =%50%b}

No braces at all.
"""


def drafts(found: list[Draft | Unreadable]) -> list[Draft]:
    return [one for one in found if isinstance(one, Draft)]


def test_gift_of_every_kind_is_read() -> None:
    found = drafts(read_gift(GIFT, "en"))
    kinds = ["choice", "boolean", "number", "number", "text", "match", "multi", "open", "boolean"]
    assert [one.kind for one in found] == kinds
    choice, boolean, exact, around, term, match, multi, essay, html = found
    assert choice.id == "softmax-sum"
    assert [(part.text["en"], part.right) for part in choice.parts] == [
        ("1", True), ("0", False), ("the number of classes", False),
    ]  # fmt: skip
    assert choice.parts[1].why == {"en": "That is the mean of the logits"}
    assert (boolean.answer, boolean.explanation) == ({"en": "false"}, {"en": "Only in training."})
    assert (exact.answer["en"], exact.tolerance) == ("12", "")
    assert (around.answer["en"], around.tolerance) == ("3.14", "0.01")
    assert term.answer == {"en": "update | update gate"}
    assert term.stem == {"en": "The gate of a GRU that decides what to keep is the _____ gate."}
    assert [(part.text.get("en"), part.match["en"]) for part in match.parts][2] == (None, "four gates")
    assert [part.right for part in multi.parts] == [True, True, False]
    assert essay.stem == {"en": "Compare {GRU} and LSTM."}
    assert html.stem == {"en": "Use `x` < 1?"}


def test_what_gift_holds_and_a_bank_does_not_is_said_with_its_line() -> None:
    bad = [one for one in read_gift(GIFT, "en") if isinstance(one, Unreadable)]
    lines = GIFT.splitlines()
    assert [lines[one.line - 1] for one in bad] == ["Half a point.{=a =%50%b}", "No braces at all."]
    assert "part of a point" in bad[0].message


def test_aiken_is_read_and_a_missing_answer_is_said_with_its_line() -> None:
    text = "Which gate?\nA. update\nB) output\nANSWER: A\n\nTwo?\nA. x\nB. y\nANSWER: A, B\n\n"
    found = read_aiken(text + "None?\nA. x\nB. y\nANSWER: C\n\nOpen?\n", "en")
    first, second = drafts(found)
    assert (first.kind, [part.right for part in first.parts]) == ("choice", [True, False])
    assert second.kind == "multi"
    assert [one.line for one in found if isinstance(one, Unreadable)] == [14, 16]


def test_a_table_with_few_columns_is_enough() -> None:
    table = "stem;option_1;option_1_right;option_2;answer\nWhich?;a;x;b;\nTrue?;;;;true\nHow many?;;;;12.5\nWhy?;;;;\n"
    kinds = [one.kind for one in drafts(read_csv(table, "en"))]
    assert kinds == ["choice", "boolean", "number", "open"]


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ("question,answer\na,b\n", "no column `stem`"),
        ("stem,option_1_rigt\na,x\n", "no column `option_1_rigt`"),
        ("", "no column `stem`"),
        ('stem,answer\n"a,b\n', "line"),
    ],
)
def test_a_table_that_is_none_is_refused(table: str, message: str) -> None:
    with pytest.raises(NotASheet, match=re.escape(message)):
        read_csv(table, "en")


@pytest.mark.parametrize(
    ("row", "message"),
    [("a,9,", "level `9`"), (",1,", "no stem"), ("a,1,choic", "no kind `choic`"), ("a,1,,,", "more cells")],
)
def test_a_row_that_can_t_be_read_is_said_with_its_line(row: str, message: str) -> None:
    (one,) = read_csv(f"stem,level,kind\n{row}\n", "en")
    assert isinstance(one, Unreadable)
    assert (one.line, message in one.message) == (2, True)


def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: str, text: bytes, *options: str) -> Result:
    monkeypatch.setenv("DOJO_CONTENT", str(tmp_path))
    monkeypatch.setenv("DOJO_HOME", str(tmp_path / "home"))
    (tmp_path / file).write_bytes(text)
    return CliRunner().invoke(command, ["import", str(tmp_path / file), "--topic", "new", *options])


def test_what_lint_wants_of_the_new_questions_is_listed_by_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    result = run(tmp_path, monkeypatch, "q.gift", GIFT.encode())
    assert result.exit_code == 1  # two of eleven could not be added
    assert "added 9 questions to" in result.stdout
    assert "q.gift:25: " in result.stderr
    bank = (tmp_path / "questions" / "new.yaml").read_text(encoding="utf-8")
    assert len(yaml.safe_load(bank)["questions"]) == 9
    told = {int(match[1]) for match in re.finditer(r"new\.yaml:(\d+): `[\w.]+` is a blank", result.stdout)}
    blanks = {number for number, line in enumerate(bank.splitlines(), start=1) if re.search(r"\b___\b", line)}
    assert told == blanks
    again = run(tmp_path, monkeypatch, "q.gift", GIFT.encode())
    assert "added 9 questions" in again.stdout
    ids = [
        question["id"] for question in yaml.safe_load((tmp_path / "questions" / "new.yaml").read_text())["questions"]
    ]
    assert len(set(ids)) == 18


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [("q.gift", b"\xff\xfea", "not UTF-8"), ("q.gift", b"", "no question"), ("q.csv", b"a\n", "no column `stem`")],
)
def test_a_file_that_can_t_be_read_changes_nothing(
    file: str, text: bytes, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    result = run(tmp_path, monkeypatch, file, text)
    assert result.exit_code in (1, 2)
    assert message in result.stderr
    assert not (tmp_path / "questions").exists()
