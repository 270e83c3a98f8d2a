"""The code of stems: lint runs it, and it must print what the question says."""

from __future__ import annotations

import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from dojo.bank.lint import printed
from dojo.bank.lint.banks import lint_banks
from dojo.bank.lint.printed import run_all
from grader.sandbox.bubblewrap import candidates

BANK = """\
topic: t
title: {en: T, zh: 题}
questions:
  - id: q
    kind: text
    level: 1
    sources: [s]
    stem:
      en: |-
        What does this print?
        ```python
        print(2 * 3)
        ```
      zh: |-
        这段代码打印什么？
        ```python
        print(2 * 3)
        ```
    prints: "6"
    answers: ["6"]
    explanation: {en: "It is six. So it is.", zh: "是六。就是这样。"}
"""
NUMBER = BANK.replace("kind: text", "kind: number\n    variables: {n: {range: [2, 60, 1]}}\n    answer: n * 3").replace(
    '    answers: ["6"]\n', "").replace("2 * 3", "<<n>> * 3").replace('"6"', '"<<n * 3>>"')  # fmt: skip


def lint(tmp_path: Path, bank: str) -> list[str]:
    folder = tmp_path / "questions"
    folder.mkdir(exist_ok=True)
    (folder / "sources.yaml").write_text("sources:\n  s: {title: T, kind: book}\n", encoding="utf-8")
    (folder / "t.yaml").write_text(bank, encoding="utf-8")
    return [f"{finding.line}: {finding.severity}: {finding.message}" for finding in lint_banks(tmp_path)]


@pytest.mark.parametrize("bank", [BANK, NUMBER])
def test_code_that_prints_what_the_question_says_is_right(tmp_path: Path, bank: str) -> None:
    assert lint(tmp_path, bank) == []


@pytest.mark.parametrize(
    ("bank", "old", "new", "expected"),
    [
        (BANK, 'prints: "6"', 'prints: "7"', "19: error: the code of the stem prints '6', not '7'"),
        (BANK, "print(2 * 3)", "print(2 * x)", "fails: NameError: name 'x' is not defined (line 1 of the code)"),
        (BANK, "print(2 * 3)", "print(2 *", "19: error: the code of the stem fails: SyntaxError"),
        (BANK, "print(2 * 3)", "import os; os._exit(0)", "19: error: the code of the stem prints '', not '6'"),
        (BANK, "print(2 * 3)", "input()", "19: error: the code of the stem fails: EOFError"),
        (BANK, "print(2 * 3)", "while True: print('x' * 999)", "fails: it prints more than 10000 bytes"),
        (NUMBER, '"<<n * 3>>"', '"<<n * 4>>"', "error: the code of the stem prints '"),
        (NUMBER, '"<<n * 3>>"', '"<<m>>"', "error: `m`: no variable `m`"),
    ],
)
def test_code_that_prints_something_else_is_an_error(
    tmp_path: Path, bank: str, old: str, new: str, expected: str
) -> None:
    found = lint(tmp_path, bank.replace(old, new))
    assert any(expected in finding for finding in found), found


def test_code_that_differs_between_the_languages_is_an_error(tmp_path: Path) -> None:
    assert any("differs between the languages" in found for found in lint(tmp_path, BANK.replace("2 * 3", "3 * 2", 1)))
    assert any("needs one ```python block" in found for found in lint(tmp_path, BANK.replace("```python", "```text")))


def test_code_that_does_not_end_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printed, "SECONDS", 0.3)
    start = time.monotonic()
    endless, sleeping = "while True: pass", "import time; time.sleep(99)"
    ran = run_all([endless, sleeping, "print(1)"], None)
    assert ran[endless].fault == ran[sleeping].fault == "it does not end in time"
    assert ran["print(1)"].printed == "1\n"
    assert time.monotonic() - start < 5


def test_pieces_know_nothing_of_each_other() -> None:
    first, second = "x = 1; import math; math.pi = 3; print(open('f', 'w').write('a'))", "print('x' in dir())"
    third = "import math, os; print(math.pi > 3, 'DOJO_HOME' in os.environ)"
    ran = run_all([first, second, third], None)
    assert [ran[code].printed for code in (first, second, third)] == ["1\n", "False\n", "True False\n"]


def test_code_that_needs_what_is_not_installed_is_a_warning(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printed, "HEAVY", ("no_such_package",))
    found = lint(tmp_path, BANK.replace("print(2 * 3)", "import no_such_package"))
    assert found == ["19: warning: not run: no_such_package is not installed here"]


def test_what_was_printed_is_remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = run_all(["print(1)"], tmp_path)
    monkeypatch.setattr(printed, "_run", lambda pieces: pytest.fail("run again"))
    assert run_all(["print(1)"], tmp_path) == first
    (tmp_path / printed.CACHE).write_bytes(b"{damaged")
    monkeypatch.undo()
    assert run_all(["print(1)"], tmp_path) == first


def test_code_can_write_nowhere_else_and_has_no_network(tmp_path: Path, port: int) -> None:
    code = f"""
import socket
try:
    open({str(tmp_path / "out")!r}, "w")
except OSError as error:
    print("kept in")
try:
    socket.create_connection(("127.0.0.1", {port}), 1)
except OSError:
    print("no network")
"""
    if not walls_work(tmp_path):
        pytest.skip("bubblewrap does not work here: user namespaces are denied")
    assert run_all([code], None)[code].printed == "kept in\nno network\n"


@pytest.fixture
def port() -> Iterator[int]:
    """A port at which somebody listens."""
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        yield server.getsockname()[1]


def walls_work(folder: Path) -> bool:
    return any(
        subprocess.run([*printed._wall(bwrap, str(folder)), "true"], capture_output=True).returncode == 0
        for bwrap in candidates()
    )
