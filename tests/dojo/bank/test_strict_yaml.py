"""YAML that would be read otherwise than it was meant is refused, with line and mend."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from dojo.bank import strict_yaml
from dojo.bank.finding import Report
from dojo.bank.strict_yaml import Mapping, Scalar, Sequence, parse


def findings(source: str | bytes) -> list[str]:
    report = Report(Path("x.yaml"))
    parse(source.encode() if isinstance(source, str) else source, report)
    return [str(finding) for finding in report.findings]


def tree(source: str) -> object:
    report = Report(Path("x.yaml"))
    node = parse(source.encode(), report)
    assert report.findings == []
    return node


def test_a_good_file_becomes_nodes_that_know_their_lines() -> None:
    node = tree("a: 1\nb:\n  - x\n  - {c: 'y'}\n")
    assert isinstance(node, Mapping)
    assert node.keys == {"a": 1, "b": 2}
    assert node.items["a"] == Scalar(1, "1", "int")
    listed = node.items["b"]
    assert isinstance(listed, Sequence)
    assert [item.line for item in listed.items] == [3, 4]


def test_a_byte_order_mark_and_windows_line_ends_are_no_mistake() -> None:
    assert findings(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n") == []


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a: 1\nb: 2\na: 3\n", "x.yaml:3: `a` stands here twice (first in line 1)"),
        ("a:\n\tb: 1\n", "x.yaml:2: a tab; use spaces"),
        ("a: x\ty\n", "x.yaml:1: a tab; use spaces"),
        ("a: &x 1\n", "x.yaml:1: an anchor (&x)"),
        ("a: 1\nb: *a\n", "x.yaml:2: an alias (*a)"),
        ("a: &x [1]\nb: *x\n", "x.yaml:2: an alias (*x)"),
        ("a: !!python/object:os.system x\n", "x.yaml:1: a tag (tag:yaml.org,2002:python/object:os.system)"),
        ("a: 1\n---\nb: 2\n", "x.yaml:2: a second document"),
        ("", "x.yaml:1: the file is empty"),
        ("\n  \n", "x.yaml:1: the file is empty"),
        ("a: b: c\n", "put the text in quotes"),
        ("x: 1\na: [1, 2\nb: 3\n", "a bracket is not closed"),
        ('a: "open\n', "a quote is not closed"),
        ("a: `code` x\n", "needs quotes"),
        ('a: "$\\sum$"\n', "use single quotes for LaTeX"),
        ("  a: 1\n b: 2\n", "check the indentation"),
        ("? [1, 2]\n: x\n", "x.yaml:1: a key that is a list or a mapping"),
        (b"a: 1\nb: \xff\xfe\n", "x.yaml:2: not UTF-8"),
        (b"\x7fELF\x02\x01\x00\x00", "x.yaml:1: a control character (U+007F)"),
        ("a: 1\nb: x\x00y\n", "x.yaml:2: a control character (U+0000)"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_mend(source: str | bytes, expected: str) -> None:
    found = findings(source)
    assert any(expected in message for message in found), found


@pytest.mark.parametrize(
    "command", [r"\nabla f", r"\frac{1}{2}", r"\theta", r"\text{a}", r"\beta", r"\right)", r"a \ne b"]
)
def test_latex_that_double_quotes_would_spoil_in_silence_is_refused(command: str) -> None:
    assert any("use single quotes for LaTeX" in message for message in findings(f'a: "${command}$"\n'))
    assert findings(f"a: '${command}$'\n") == []
    assert findings(f'a: "${command}$"\n'.replace("\\", "\\\\")) == []


def test_a_line_break_in_double_quotes_is_no_mistake() -> None:
    assert findings('a: "one\\ntwo"\n') == []


def test_several_mistakes_of_one_file_are_all_told() -> None:
    assert len(findings("a: 1\na: 2\nb: &x 3\nb: 4\n")) == 3


@pytest.mark.parametrize("source", ["[" * 200_000, "{a: " * 200_000, "- " * 100_000, "a:\n" + " [" * 5000])
def test_deep_nesting_is_a_plain_error_at_once(source: str) -> None:
    start = time.perf_counter()
    found = findings(source)
    assert any("nested deeper" in message for message in found)
    assert time.perf_counter() - start < 5


def test_an_anchor_bomb_is_a_plain_error_at_once() -> None:
    bomb = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 60))
    start = time.perf_counter()
    assert any("an alias" in message for message in findings(bomb))
    assert time.perf_counter() - start < 5


def test_a_huge_file_is_refused_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(strict_yaml, "MAX_BYTES", 1 << 20)
    assert findings(b"a" * ((1 << 20) + 1)) == ["x.yaml:1: larger than 1 MiB; split the bank into several topics"]


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        ("no", "bool"),
        ("off", "bool"),
        ("1:30", "int"),
        ("3e-4", "float"),
        ("1.5", "float"),
        ("2026-11-01", "timestamp"),
        ("010", "int"),
        ("0x1F", "int"),
        ("~", "null"),
        ("", "null"),
        (".inf", "float"),
        ("1_000", "int"),
        ("L1", "str"),
        ("'no'", "str"),
        ('"1"', "str"),
    ],
)
def test_a_plain_scalar_knows_what_yaml_makes_of_it(written: str, tag: str) -> None:
    node = tree(f"a: {written}\n")
    assert isinstance(node, Mapping)
    scalar = node.items["a"]
    assert isinstance(scalar, Scalar)
    assert scalar.tag == tag
