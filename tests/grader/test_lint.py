"""The check of katas finds nothing in a good one, and names file and mistake in a spoilt one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.grader import toy_content as toy

CODE = """
import sys
from pathlib import Path
from grader.lint import kata_folders, lint_katas
steps = []
for finding in lint_katas(kata_folders(Path(sys.argv[1]), []), lambda done, every: steps.append((done, every))):
    print(finding)
assert [done for done, _ in steps] == list(range(len(steps)))
assert not steps or steps[-1][0] == steps[-1][1]
"""


def lint(root: Path) -> list[str]:
    done = subprocess.run([sys.executable, "-c", CODE, str(root)], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_a_good_kata_gives_no_finding(tmp_path: Path) -> None:
    assert lint(toy.write(tmp_path)) == []


WRONG = "solutions/toys/tally/wrong/off_by_one.py"
SPOILT = {
    "a wrong solution that passes": (
        WRONG,
        toy.RIGHT.replace("The reference.", toy.docstring("test_total_adds", "")),
        "off_by_one.py:1: passes the suite",
    ),
    "a wrong solution caught by another test": (
        WRONG,
        toy.RIGHT.replace("return x * x", "return x").replace("The reference.", toy.docstring("test_total_adds", "")),
        "off_by_one.py:1: fails test_squares_can_be_differentiated",
    ),
    "a wrong solution without a docstring": (WRONG, "def total(x): return 1\n", "off_by_one.py:1: the docstring must"),
    "a right solution that fails": (
        "solutions/toys/tally/right/one.py",
        toy.RIGHT.replace("x * x", "x + x"),
        "one.py:28: must pass, but is failed: test_squares_can_be_differentiated",
    ),
    "a starter that passes": ("katas/toys/tally/tally.py", toy.RIGHT, "tally.py:1: the starter passes"),
    "a suite that falls over": (
        "solutions/toys/tally/test_hidden.py",
        toy.FILES["solutions/toys/tally/test_hidden.py"].replace("same(tally.start, 1)", "same(tally.start, one)"),
        "test_hidden.py:1: the suite falls over on",
    ),
    "a suite that cannot be imported": (
        "solutions/toys/tally/test_hidden.py",
        "import nowhere\n",
        "could not be collected",
    ),
    "a test without Chinese": (
        "solutions/toys/tally/test_hidden.py",
        toy.FILES["solutions/toys/tally/test_hidden.py"].replace("\n\n    梯度可以传播。", ""),
        "the docstring needs a paragraph in English and one in Chinese",
    ),
    "an empty statement": ("katas/toys/tally/statement.zh.md", "", "statement.zh.md:1: missing or empty"),
    "an unknown key": (
        "katas/toys/tally/kata.yaml",
        toy.FILES["katas/toys/tally/kata.yaml"] + "minute: 5\n",
        "kata.yaml",
    ),
}


@pytest.mark.parametrize("name", SPOILT)
@pytest.mark.slow
def test_a_spoilt_kata_is_told_by_file_and_mistake(tmp_path: Path, name: str) -> None:
    file, text, expected = SPOILT[name]
    toy.write(tmp_path)
    toy.put(tmp_path, file, text)
    findings = lint(tmp_path)
    assert any(expected in finding for finding in findings), findings
