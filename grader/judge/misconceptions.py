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
    mistake: Bilingual
    caught_by: str
    fails: frozenset[str]


def wrong_solutions(kata: Kata) -> list[WrongSolution]:
    """The wrong solutions of a kata, as their docstrings describe them. Raises `CatalogueError`."""
    return [describe(path) for path in sorted((kata.solution / "wrong").glob("*.py"))]


def describe(path: Path) -> WrongSolution:
    """Read one docstring: a paragraph in English, one in Chinese, then `caught by:` and perhaps `also fails:`."""
    text = docstring(path.read_text(encoding="utf-8"))
    paragraphs = [paragraph.strip() for paragraph in re.split(r"\n\s*\n", text) if paragraph.strip()]
    caught = re.search(r"^caught by:[ \t]*(\w+)[ \t]*$", text, re.MULTILINE)
    also = re.search(r"^also fails:(.*(?:\n(?!\s*\n|\S+ \w+:).*)*)", text, re.MULTILINE)
    if len(paragraphs) < 3 or caught is None:
        raise CatalogueError(
            f"{path}:1: the docstring must hold a paragraph in English, one in Chinese, and `caught by: <test>`"
        )
    names = frozenset(re.findall(r"\w+", also.group(1))) if also else frozenset[str]()
    mistake = Bilingual(" ".join(paragraphs[0].split()), "".join(line.strip() for line in paragraphs[1].splitlines()))
    return WrongSolution(path, mistake, caught.group(1), names | {caught.group(1)})


def docstring(source: str) -> str:
    """The docstring of a module's source, or nothing."""
    return ast.get_docstring(ast.parse(source)) or ""


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
