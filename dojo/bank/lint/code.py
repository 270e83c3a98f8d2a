"""Checks the code of stems: what a question says that its code prints, the code prints.

The code is collected over all banks and run in one go by `printed`, or remembered from the last time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from dojo.bank.finding import Report
from dojo.bank.lint.printed import Ran, run_all
from dojo.bank.reading import line_at
from dojo.bank.strict_yaml import Mapping
from dojo.question.kinds import AnyQuestion, Number
from dojo.question.template import fill_one
from dojo.question.variant import drawn

SEEDS = (0, 1, 2)

_BLOCK = re.compile(r"^[ \t]*```python[ \t]*\n(.*?)^[ \t]*```[ \t]*$", re.DOTALL | re.MULTILINE)


@dataclass
class Runs:
    """Code that is to be run, with what it must print and where that stands."""

    wanted: list[tuple[Report, int, str, str]] = field(default_factory=list)

    def check(self, cache: Path | None) -> None:
        """Runs it all; what prints something else is in the reports."""
        results = run_all([code for _, _, code, _ in self.wanted], cache)
        for report, line, code, prints in self.wanted:
            _compare(report, line, results[code], prints)


def lint_code(question: AnyQuestion, node: Mapping, report: Report, runs: Runs) -> None:
    if question.prints is None:
        return
    line = line_at(node, "prints")
    blocks = [_BLOCK.findall(said) for said in (question.stem.en, question.stem.zh)]
    if [len(found) for found in blocks] != [1, 1]:
        report.error(line, "`prints` needs one ```python block in the stem, in both languages")
        return
    if blocks[0] != blocks[1]:
        report.error(line, "the ```python block differs between the languages; it is the same code in both")
        return
    if not isinstance(question, Number):
        runs.wanted.append((report, line, blocks[0][0], question.prints))
        return
    for seed in SEEDS:
        _, worked = drawn(question, seed)
        names = {**worked.names, "answer": worked.answer}
        code, prints = fill_one(blocks[0][0], names), fill_one(question.prints, names)
        runs.wanted.append((report, line, code, prints))


def _compare(report: Report, line: int, ran: Ran, prints: str) -> None:
    if ran.missing:
        report.warning(line, f"not run: {ran.missing} is not installed here")
    elif ran.fault:
        report.error(line, f"the code of the stem fails: {ran.fault}")
    elif _bare(ran.printed) != _bare(prints):
        report.error(line, f"the code of the stem prints {_bare(ran.printed)!r}, not {_bare(prints)!r}")


def _bare(text: str) -> str:
    """Without the spaces at line ends, which nobody sees, and the last line break."""
    return "\n".join(row.rstrip() for row in text.rstrip().split("\n"))
