"""`dojo bank list`, `search` and `schema`."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
import yaml
from click.testing import CliRunner

from dojo.bank.schema import bank_schema
from dojo.cli.bank import command

ROOT = Path(__file__).resolve().parents[3]
BANKS = sorted(path for path in (ROOT / "questions").glob("*.yaml") if path.stem != "sources")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOJO_HOME", str(tmp_path))


def run(*words: str, lang: str = "en") -> tuple[int, str]:
    result = CliRunner().invoke(command, [*words, "--lang", lang])
    return result.exit_code, result.output


@pytest.mark.parametrize("path", BANKS, ids=lambda path: path.stem)
def test_every_bank_is_valid_by_the_schema(path: Path) -> None:
    jsonschema.Draft202012Validator(bank_schema()).validate(yaml.safe_load(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    "change", [{"level": 4}, {"kind": "choise"}, {"stemm": "a"}, {"options": [{"right": True}]}, {"hint": None}]
)
def test_the_schema_refuses_what_lint_refuses(change: dict[str, object]) -> None:
    bank = yaml.safe_load(BANKS[0].read_text(encoding="utf-8"))
    bank["questions"] = [{**next(one for one in bank["questions"] if one["kind"] == "choice"), **change}]
    assert list(jsonschema.Draft202012Validator(bank_schema()).iter_errors(bank))


def test_the_schema_is_printed_as_json() -> None:
    assert json.loads(CliRunner().invoke(command, ["schema"]).stdout) == bank_schema()


def test_list_shows_what_was_asked_for() -> None:
    status, output = run("list", "--topic", "gru_lstm", "--kind", "number", "--level", "2")
    assert status == 0
    heads = [line for line in output.splitlines() if line.startswith("  ") and not line.startswith("    ")]
    assert heads
    assert all(line.endswith("(number, level 2)") for line in heads)


def test_list_and_show_name_kind_and_level_in_chinese() -> None:
    _, listed = run("list", "--topic", "gru_lstm", lang="zh")
    assert "  gru-or-lstm  （问答，难度 2）" in listed.splitlines()
    _, shown = run("show", "gru-or-lstm", "--seed", "3", lang="zh")
    assert shown.startswith("gru-or-lstm  （gru_lstm，问答，难度 2，种子 3）")


def test_search_needs_every_word_in_either_language() -> None:
    both = run("search", "GRU", "重置门")[1]
    assert "(text" in both or "(match" in both or "(choice" in both
    assert run("search", "GRU", "重置门", "qqqq") == (1, "dojo: no question has all of these words\n")
    assert run("search", "ｇｒｕ", "重置门")[1] == both  # full width and case don't count


def test_search_shows_texts_of_the_language_that_is_asked_for() -> None:
    english, chinese = run("search", "KV cache")[1], run("search", "KV cache", lang="zh")[1]
    ids = [
        [line.split()[0] for line in text.splitlines() if line.startswith("  ") and line[2] != " "]
        for text in (english, chinese)
    ]
    assert ids[0] == ids[1]
    texts = [line for line in chinese.splitlines() if line.startswith("    ")]
    assert all(len(text.split()) <= 3 for text in texts if not any("一" <= sign <= "鿿" for sign in text))  # names


def test_search_for_nothing_is_a_wrong_call() -> None:
    assert run("search", "")[0] == 2


def test_search_shows_where_the_word_stands() -> None:
    for line in run("search", "vanish", "--topic", "gradients")[1].splitlines():
        if line.startswith("    "):
            assert len(line) <= 80
