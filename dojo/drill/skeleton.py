"""A new kata: all of its files, as a small example that works (the mean of some numbers), with blanks for its texts.

An author replaces the example piece by piece, and `dojo lint` tells at each step what no longer fits. A blank is
written `___`, as in the banks.
"""

from __future__ import annotations

from pathlib import Path

BLANK = "___"
MISTAKES = {  # name -> what it does, in both languages; the line that is wrong; the test that is about it; other tests
    "one_too_many": (
        "Divides by one more than there are numbers.", "除数比个数多一。",
        "return sum(numbers) / (len(numbers) + 1)",
        "test_the_mean_of_some_numbers",
        ("test_one_number_is_its_own_mean", "test_numbers_may_be_negative", "test_the_list_stays_as_it_was"),
    ),
    "median": (
        "Gives the middle number, the median.", "返回的是中间的数，即中位数。",
        "return float(sorted(numbers)[len(numbers) // 2])",
        "test_the_mean_of_some_numbers", ("test_numbers_may_be_negative",),
    ),
    "rounded": (
        "Rounds to a whole number.", "结果取整了。",
        "return float(sum(numbers) // len(numbers))",
        "test_the_mean_of_some_numbers", ("test_one_number_is_its_own_mean", "test_numbers_may_be_negative"),
    ),
    "absolute": (
        "Takes absolute values.", "取了绝对值。",
        "return sum(abs(x) for x in numbers) / len(numbers)",
        "test_numbers_may_be_negative", (),
    ),
    "empty_is_zero": (
        "Gives 0 for no numbers at all.", "没有数时返回 0。",
        "return sum(numbers) / max(len(numbers), 1)",
        "test_no_numbers_are_an_error", (),
    ),
    "sorts_the_list": (
        "Sorts the list of the caller.", "把调用者的列表排了序。",
        "numbers.sort()\n    return sum(numbers) / len(numbers)",
        "test_the_list_stays_as_it_was", (),
    ),
}  # fmt: skip
STYLES = {
    "builtin_sum": ("The built-in functions.", "return sum(numbers) / len(numbers)"),
    "a_loop": (
        "A loop that adds up.",
        "total = 0.0\n    for x in numbers:\n        total += x\n    return total / len(numbers)",
    ),
    "the_statistics_module": (
        "The standard library's exact mean.",
        "from statistics import fmean\n\n    return fmean(numbers)",
    ),
}
_YAML = """\
title: {en: '___', zh: '___'}
level: 1
minutes: 10
needs: py
names: [{slug}]
forbidden: []
sources: ['___']
hints:
  - {en: '___', zh: '___'}
  - {en: '___', zh: '___'}
  - {en: '___', zh: '___'}
follow_ups:
  - ask: {en: '___', zh: '___'}
    answer: {en: '___', zh: '___'}
"""
_STATEMENT = {
    "en": """\
# ___

___ (What is it for, and why do interviewers ask for it?)

## Write

```python
def {slug}(numbers: list[float]) -> float: ...
```

- The mean of `numbers`, which may be negative. The list is not changed.
- No numbers at all raise `ValueError`.

## Example

`{slug}([1.0, 2.0, 6.0])` is `3.0`.
""",
    "zh": """\
# ___

___（它有什么用？面试官为什么会问？）

## 要写什么

```python
def {slug}(numbers: list[float]) -> float: ...
```

- 返回 `numbers` 的平均值，数可以为负。不得修改列表。
- 一个数都没有时抛出 `ValueError`。

## 示例

`{slug}([1.0, 2.0, 6.0])` 的结果是 `3.0`。
""",
}
_STARTER = '''\
"""___"""


def {slug}(numbers: list[float]) -> float:
    """The mean of the numbers."""
    raise NotImplementedError
'''
_EXAMPLES = '''\
"""The visible examples: run them with ``pytest`` beside your own file."""

import pytest
from {slug} import {slug}


def test_the_example_of_the_statement():
    """The mean of 1, 2 and 6 is 3.

    1、2、6 的平均值是 3。
    """
    assert {slug}([1.0, 2.0, 6.0]) == pytest.approx(3.0)
'''
_REFERENCE = '''\
"""___"""


def {slug}(numbers: list[float]) -> float:
    """The mean of the numbers; no numbers raise ValueError."""
    if not numbers:
        raise ValueError("no numbers")
    return sum(numbers) / len(numbers)
'''
_SUITE = '''\
"""The hidden suite of {slug}."""

import pytest

from grader.judge.suite import close, raises, unchanged


@pytest.mark.points(3)
@pytest.mark.hint(en="___", zh="___")
def test_the_mean_of_some_numbers(submission):
    """The sum is divided by how many numbers there are.

    总和除以数的个数。
    """
    close(submission.{slug}([1.0, 2.0, 6.5]), 9.5 / 3)
    close(submission.{slug}([0.5, 4.0, 0.25, 8.0]), 3.1875)


@pytest.mark.points(1)
@pytest.mark.hint(en="___", zh="___")
def test_one_number_is_its_own_mean(submission):
    """The mean of one number is that number.

    一个数的平均值就是它自己。
    """
    close(submission.{slug}([4.5]), 4.5)


@pytest.mark.points(1)
@pytest.mark.hint(en="___", zh="___")
def test_numbers_may_be_negative(submission):
    """Negative numbers count with their sign.

    负数按其符号计入。
    """
    close(submission.{slug}([-3.0, 1.0, 0.5]), -0.5)


@pytest.mark.points(1)
@pytest.mark.hint(en="___", zh="___")
def test_no_numbers_are_an_error(submission):
    """No numbers at all raise ValueError.

    一个数都没有时抛出 ValueError。
    """
    raises(ValueError, submission.{slug}, [])


@pytest.mark.points(1)
@pytest.mark.hint(en="___", zh="___")
def test_the_list_stays_as_it_was(submission):
    """The list of the caller is not changed.

    不修改调用者的列表。
    """
    close(unchanged(submission.{slug}, [5.0, 1.0, 3.0]), 3.0)
'''
_EMPTY = '    if not numbers:\n        raise ValueError("no numbers")\n'


def kata_files(topic: str, slug: str) -> dict[Path, str]:
    """Path below the content folder -> text, for all files of a new kata."""
    kata, solution = Path("katas", topic, slug), Path("solutions", topic, slug)
    files = {
        kata / "kata.yaml": _YAML,
        kata / "statement.en.md": _STATEMENT["en"],
        kata / "statement.zh.md": _STATEMENT["zh"],
        kata / f"{slug}.py": _STARTER,
        kata / "test_examples.py": _EXAMPLES,
        solution / f"{slug}.py": _REFERENCE,
        solution / "test_hidden.py": _SUITE,
    }
    for name, (style, body) in STYLES.items():
        files[solution / "right" / f"{name}.py"] = _solution(f'"""{style}"""', body)
    for name, (en, zh, body, caught, also) in MISTAKES.items():
        fails = f"also fails: {', '.join(also)}\n" if also else ""
        docstring = f'"""{en}\n\n{zh}\n\ncaught by: {caught}\n{fails}"""'
        files[solution / "wrong" / f"{name}.py"] = _solution(docstring, body, guarded=name != "empty_is_zero")
    return {path: text.replace("{slug}", slug) for path, text in files.items()}


def _solution(docstring: str, body: str, guarded: bool = True) -> str:
    return f"{docstring}\n\n\ndef {{slug}}(numbers):\n{_EMPTY if guarded else ''}    {body}\n"
