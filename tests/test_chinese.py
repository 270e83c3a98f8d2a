"""Chinese texts have full-width punctuation behind Chinese characters, wherever a learner reads them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
PATTERNS = ("marking", "bank")  # rooms whose Chinese strings are patterns, not texts
HALF_WIDTH = re.compile(r"[\u4e00-\u9fff”）】》][,;:!?](?!\S*=)")
CODE = re.compile(r"(?s)```.*?```|`[^`]*`|\$[^$]*\$|\[[^\]]*\]")  # in code, formulas and [a, b] any comma is right


def slips(text: str) -> list[str]:
    """The places of `text` where a half-width sign stands behind Chinese; none where it is mostly English."""
    bare = CODE.sub(
        lambda found: "码" if re.search(r"[\u4e00-\u9fff，。：；]\s*$", text[: found.start()]) else "x", text
    )
    if len(re.findall(r"[\u4e00-\u9fff]", bare)) < len(re.findall(r"[A-Za-z]{2,}", bare)):
        return []
    return [bare[max(found.start() - 10, 0) : found.end() + 5] for found in HALF_WIDTH.finditer(bare)]


def chinese(value: Any, key: str = "") -> Iterator[str]:
    """The texts under a key `zh`; lists under it are accepted answers and patterns."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from chinese(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from chinese(inner)
    elif key == "zh" and isinstance(value, str):
        yield value


def strings(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


MODULES = [
    path
    for room in ("dojo", "grader")
    for path in sorted((ROOT / room).rglob("*.py"))
    if path.relative_to(ROOT).parts[1] not in PATTERNS
]
YAML = sorted((ROOT / "katas").rglob("*.yaml")) + sorted((ROOT / "questions").glob("*.yaml"))
PAGES = sorted([*ROOT.glob("*.zh.md"), *(ROOT / "docs").rglob("*.zh.md"), *(ROOT / "katas").rglob("*.zh.md")])


@pytest.mark.parametrize("text", ["编辑文件,然后运行", "用 `softmax`, 再说", "原因:超时", "（一）,二"])
def test_a_slip_is_found(text: str) -> None:
    assert slips(text)


@pytest.mark.parametrize(
    "text", ["编辑文件，然后运行", "形状是 [状态, 输入]。", "`f(长, 宽)` 的值", "公式 $甲, 乙$", "a, b，c"]
)
def test_what_is_right_is_no_slip(text: str) -> None:
    assert not slips(text)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_what_the_program_says(path: Path) -> None:
    assert not [slip for text in strings(path) for slip in slips(text)]


@pytest.mark.parametrize("path", YAML, ids=lambda path: str(path.relative_to(ROOT)))
def test_what_descriptions_and_questions_say(path: Path) -> None:
    document = yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
    assert not [slip for text in chinese(document) for slip in slips(text)]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_what_pages_and_statements_say(path: Path) -> None:
    assert not slips(path.read_text(encoding="utf-8"))
