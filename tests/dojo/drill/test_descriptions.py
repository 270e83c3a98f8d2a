"""`kata.yaml` is read strictly, and its sources must exist."""

from __future__ import annotations

from pathlib import Path

import pytest

from dojo.drill.descriptions import lint_descriptions
from tests.grader import toy_content as toy

GOOD = toy.FILES["katas/toys/tally/kata.yaml"]
SOURCES = "sources:\n  seed-000: {title: Notes, kind: seed, sections: {softmax: 'On softmax'}}\n"


def findings(root: Path, text: str) -> list[str]:
    toy.put(root, "katas/toys/tally/kata.yaml", text)
    toy.put(root, "questions/sources.yaml", SOURCES)
    found = lint_descriptions(root, [root / "katas/toys/tally"])
    return [f"{finding.file.name}:{finding.line}: {finding.message}" for finding in found]


def test_a_good_description_gives_no_finding(tmp_path: Path) -> None:
    assert findings(tmp_path, GOOD) == []
    assert findings(tmp_path, GOOD.replace("[seed-000]", "[seed-000#softmax]")) == []


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        (GOOD + "level: 2\n", 10, "level"),
        (GOOD.replace("minutes: 5", "minutes:\t5"), 3, "tab"),
        (GOOD.replace("[seed-000]", "[seed-001]"), 7, "did you mean `seed-000`"),
        (GOOD.replace("[seed-000]", "[seed-000#softmux]"), 7, "did you mean `softmax`"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, text: str, line: int, says: str) -> None:
    found = findings(tmp_path, text)
    assert any(finding.startswith(f"kata.yaml:{line}:") and says in finding for finding in found), found
