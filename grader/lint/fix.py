"""Rewrites `also fails:` of a wrong solution to what really fails. Which test it is about, its author must say."""

from __future__ import annotations

import re
import textwrap

from grader.judge.misconceptions import WrongSolution
from grader.lint.finding import Finding

COLUMNS = 79
CAUGHT = re.compile(
    r"^caught by:[ \t]*\w+[ \t]*\n(?:also fails:.*\n(?:(?!\s*\n|\S+ \w+:|.*\"\"\").*\n)*)?", re.MULTILINE
)


def fix_docstring(wrong: WrongSolution, failing: set[str]) -> Finding | None:
    """Write the tests that fail into the docstring; None where its own test is not among them."""
    if wrong.caught_by not in failing:
        return None
    rest = sorted(failing - {wrong.caught_by})
    lines = f"caught by: {wrong.caught_by}\n"
    if rest:
        lines += textwrap.fill(f"also fails: {', '.join(rest)}", COLUMNS, break_long_words=False) + "\n"
    source = wrong.path.read_text(encoding="utf-8")
    fixed, count = CAUGHT.subn(lambda _: lines, source, count=1)
    if not count:
        return None
    wrong.path.write_text(fixed, encoding="utf-8")
    said = f"`also fails:` is now {', '.join(rest)}" if rest else "`also fails:` is gone: only its own test fails"
    return Finding(wrong.path, wrong.line, said, "fixed")
