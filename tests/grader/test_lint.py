"""The check of katas finds nothing in a good one, and names file and mistake in a spoilt one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from grader.lint import kata_folders, lint_katas
from tests.grader import toy_content as toy

CODE = """
import sys
from pathlib import Path
from grader.lint import kata_folders, lint_katas
steps = []
root, *paths = map(Path, sys.argv[1:])
fix = Path("--fix") in paths
paths = [path for path in paths if path != Path("--fix")]
for finding in lint_katas(kata_folders(root, paths), lambda done, every: steps.append((done, every)), fix):
    print(finding)
assert [done for done, _ in steps] == list(range(len(steps)))
assert not steps or steps[-1][0] == steps[-1][1]
"""


def lint(root: Path, *paths: str) -> list[str]:
    call = [sys.executable, "-c", CODE, str(root), *paths]
    done = subprocess.run(call, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def errors(findings: list[str]) -> list[str]:
    """Without warnings: the toy is smaller than a kata should be."""
    return [finding for finding in findings if ": warning: " not in finding]


def test_a_good_kata_gives_no_finding(tmp_path: Path) -> None:
    assert errors(lint(toy.write(tmp_path))) == []


WRONG = "solutions/toys/tally/wrong/off_by_one.py"
SPOILT = {
    "a wrong solution that passes": (
        WRONG,
        toy.RIGHT.replace("The reference.", toy.docstring("test_total_adds", "")),
        "off_by_one.py:5: error: passes the suite",
    ),
    "a wrong solution caught by another test": (
        WRONG,
        toy.RIGHT.replace("return x * x", "return x").replace("The reference.", toy.docstring("test_total_adds", "")),
        "off_by_one.py:5: error: fails test_squares_can_be_differentiated, but not test_total_adds",
    ),
    "a wrong solution without a docstring": (
        WRONG,
        "def total(x): return 1\n",
        "off_by_one.py:1: error: the docstring must",
    ),
    "a right solution that fails": (
        "solutions/toys/tally/right/one.py",
        toy.RIGHT.replace("x * x", "x + x"),
        "one.py:29: error: must pass, but is failed: test_squares_can_be_differentiated",
    ),
    "a starter that passes": ("katas/toys/tally/tally.py", toy.RIGHT, "tally.py:1: error: the starter passes"),
    "a suite that falls over": (
        "solutions/toys/tally/test_hidden.py",
        toy.FILES["solutions/toys/tally/test_hidden.py"].replace("same(tally.start, 1)", "same(tally.start, one)"),
        "test_hidden.py:1: error: the suite falls over on",
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
    "an empty statement": ("katas/toys/tally/statement.zh.md", "", "statement.zh.md:1: error: missing or empty"),
    "a typo in `caught by:`": (
        WRONG,
        toy.RIGHT.replace("sum(items)", "0").replace("The reference.", toy.docstring("test_total_ads", "")),
        "py:5: error: `caught by: test_total_ads` names no test of the suite; did you mean `test_total_adds`",
    ),
    "`also fails:` that is not complete": (
        WRONG,
        toy.RIGHT.replace("sum(items)", "0")
        .replace("return x * x", "return x")
        .replace("The reference.", toy.docstring("test_total_adds", "")),
        "it should say `also fails: test_squares_can_be_differentiated`",
    ),
    "a wrong solution that is not Python": (WRONG, "def total(:\n", "off_by_one.py:1: error: not Python"),
    "a forbidden name that is not there": (
        "katas/toys/tally/kata.yaml",
        toy.FILES["katas/toys/tally/kata.yaml"].replace("math.fsum", "math.fsun, tourch, scipy.special"),
        "kata.yaml:6: error: forbidden: `math` has no `fsun`; did you mean `fsum`",
    ),
    "two wrong solutions with one pattern": (
        WRONG,
        toy.RIGHT.replace("return x * x", "return x + x").replace(
            "The reference.", toy.docstring("test_squares_can_be_differentiated", "")
        ),
        "off_by_one.py:5: warning: fails just the tests that detached.py fails",
    ),
}
KATA = toy.FILES["katas/toys/tally/kata.yaml"]
STARTER = toy.FILES["katas/toys/tally/tally.py"]
TEXTS = {
    "an unknown key": (
        "kata.yaml",
        KATA + "minute: 5\n",
        "kata.yaml:10: error: object contains unknown field",
    ),
    "a date for a title": (
        "kata.yaml",
        KATA.replace("{en: Tally, zh: 计数}", "2001-13-45"),
        "kata.yaml:1: error: `title`",
    ),
    "a text in one language": (
        "kata.yaml",
        KATA.replace(", zh: 看。", ""),
        "yaml:8: error: `hints[0]`: object",
    ),
    "an empty description": ("kata.yaml", "", "kata.yaml:1: error: expected `object`, got `null`"),
    "a bracket left open": ("kata.yaml", KATA + "next: [", "error: not YAML"),
    "two hints": ("kata.yaml", KATA.replace("{en: Look., zh: 看。}, ", ""), "kata.yaml:8: error: 2 hints; write 3"),
    "a hint in English twice": ("kata.yaml", KATA.replace("看。", "Look."), "`hints[0].zh` is not Chinese"),
    "no follow-up": ("kata.yaml", KATA.partition("follow_ups")[0], "error: no follow-up question"),
    "a kata that leads on to nothing": (
        "kata.yaml",
        KATA + "next: [taly]\n",
        "kata.yaml:10: warning: there is no kata `taly` yet; did you mean `tally`?",
    ),
    "a kata that leads on to itself": (
        "kata.yaml",
        KATA + "next: [tally]\n",
        "yaml:10: error: a kata cannot lead",
    ),
    "a wide starter": ("tally.py", STARTER + "# " + "x" * 78, "tally.py:10: error: code takes 80 columns of 79 here"),
    "a wide line of Chinese": ("tally.py", STARTER + "# " + "宽" * 39, "tally.py:10: error: code takes 80 columns"),
    "wide code in a statement": (
        "statement.en.md",
        "x" * 90 + "\n```python\n" + "x" * 80 + "\n```\n" + "x" * 90,
        "statement.en.md:3: error: code takes 80 columns of 79 here; break",
    ),
    "a link to nowhere": ("statement.en.md", "See [it](../other.md).\n", "the link `../other.md` leads nowhere"),
    "a name that the starter lacks": (
        "kata.yaml",
        KATA.replace("apply,", "aply, apply,"),
        "tally.py:1: error: `aply` stands in `names` of kata.yaml, but is not defined here; did you mean `apply`",
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


@pytest.mark.parametrize("name", TEXTS)
def test_a_spoilt_text_is_told_by_file_and_line(tmp_path: Path, name: str) -> None:
    file, text, expected = TEXTS[name]
    toy.write(tmp_path)
    toy.put(tmp_path, f"katas/toys/tally/{file}", text)
    (tmp_path / "solutions/toys/tally/test_hidden.py").unlink()  # nothing is graded then
    findings = [str(finding) for finding in lint_katas(kata_folders(tmp_path, []))]
    assert any(expected in finding for finding in findings), findings


def test_a_kata_of_nothing_but_a_folder_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "katas/toys/tally").mkdir(parents=True)
    (tmp_path / "solutions/toys/other/wrong").mkdir(parents=True)
    missing = "there is no such file; every kata begins with its description"
    assert lint(tmp_path, f"{tmp_path}/katas/toys/tally") == [
        f"{tmp_path}/katas/toys/tally/kata.yaml:1: error: {missing}"
    ]
    assert lint(tmp_path) == [f"{tmp_path}/katas/toys/other/kata.yaml:1: error: {missing}"]


def test_a_file_that_is_no_kata_is_an_error(tmp_path: Path) -> None:
    toy.put(tmp_path, "notes.txt", "")
    assert "notes.txt:1: error: neither a bank nor a kata" in lint(tmp_path, f"{tmp_path}/notes.txt")[0]


def test_a_slug_of_two_topics_is_an_error(tmp_path: Path) -> None:
    for topic in ("one", "two"):
        toy.put(tmp_path, f"katas/{topic}/tally/kata.yaml", KATA)
    findings = lint(tmp_path)
    assert any("one/tally/kata.yaml:1: error: the slug `tally` also stands in the topic `two`" in it for it in findings)


@pytest.mark.slow
def test_fix_writes_what_really_fails_and_says_so(tmp_path: Path) -> None:
    toy.write(tmp_path)
    wrong = toy.RIGHT.replace("sum(items)", "0").replace("return x * x", "return x")
    for also in ("", "test_objects_keep_their_state,\n    test_the_model_is_asked"):
        toy.put(tmp_path, WRONG, wrong.replace("The reference.", toy.docstring("test_total_adds", also)))
        (finding,) = errors(lint(tmp_path, "--fix"))
        assert "off_by_one.py:5: fixed: `also fails:` is now test_squares_can_be_differentiated" in finding
        written = "caught by: test_total_adds\nalso fails: test_squares_can_be_differentiated\n"
        assert f'{written}"""' in (tmp_path / WRONG).read_text()
        assert errors(lint(tmp_path)) == []
