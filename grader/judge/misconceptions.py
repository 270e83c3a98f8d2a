"""Names the misconception behind a pattern of failing tests, where a known wrong solution fails the very same ones."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence
from pathlib import Path

import msgspec

from grader.catalogue import CatalogueError, Kata
from grader.judge.verdicts import Bilingual, Verdict


class WrongSolution(msgspec.Struct, frozen=True):
    """One `wrong/*.py`: the mistake it makes, the test that names it, and all tests that it fails."""

    path: Path
    line: int  # of `caught by:`
    mistake: Bilingual
    caught_by: str
    fails: frozenset[str]


def wrong_solutions(kata: Kata) -> list[WrongSolution]:
    """The wrong solutions of a kata, as their docstrings describe them. Raises `CatalogueError`."""
    return [describe(path) for path in sorted((kata.solution / "wrong").glob("*.py"))]


def describe(path: Path) -> WrongSolution:
    """Read one docstring: a paragraph in English, one in Chinese, then `caught by:` and perhaps `also fails:`."""
    source, text = read_docstring(path)
    paragraphs = [paragraph.strip() for paragraph in re.split(r"\n\s*\n", text) if paragraph.strip()]
    caught = re.search(r"^caught by:[ \t]*(\w+)[ \t]*$", text, re.MULTILINE)
    also = re.search(r"^also fails:(.*(?:\n(?!\s*\n|\S+ \w+:).*)*)", text, re.MULTILINE)
    if len(paragraphs) < 3 or caught is None:
        problem = "the docstring must hold a paragraph in English, one in Chinese, and `caught by: <test>` below them"
        raise CatalogueError(path, 1, problem)
    line = next((number for number, row in enumerate(source.splitlines(), 1) if "caught by:" in row), 1)
    names = frozenset(re.findall(r"\w+", also.group(1))) if also else frozenset[str]()
    mistake = Bilingual(" ".join(paragraphs[0].split()), "".join(line.strip() for line in paragraphs[1].splitlines()))
    return WrongSolution(path, line, mistake, caught.group(1), names | {caught.group(1)})


def read_docstring(path: Path) -> tuple[str, str]:
    """The source of a module and its docstring, which may be empty. Raises `CatalogueError`."""
    try:
        source = path.read_text(encoding="utf-8")
        return source, ast.get_docstring(ast.parse(source)) or ""
    except SyntaxError as error:
        raise CatalogueError(path, error.lineno or 1, f"not Python ({error.msg}); correct it") from None
    except (ValueError, OSError) as error:
        raise CatalogueError(path, 1, f"it cannot be read ({error}); save it as UTF-8") from None


def recognise(tests: Sequence[tuple[str, Verdict]], known: list[WrongSolution]) -> Bilingual | None:
    """The one misconception whose pattern these tests (names and verdicts) show; None where there is none or several.

    Where nearly everything fails, or the submission was stopped, the pattern says nothing of what its author thinks.
    """
    failing = frozenset(name for name, verdict in tests if verdict is not Verdict.PASSED)
    stopped = {verdict for _, verdict in tests} - {Verdict.PASSED, Verdict.FAILED, Verdict.ERROR}
    names = {name for name, _ in tests}
    if not failing or stopped or len(names - failing) * 4 < len(names):
        return None
    matching = [wrong.mistake for wrong in known if wrong.fails == failing]
    return matching[0] if len(matching) == 1 else None
