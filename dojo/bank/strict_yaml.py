"""Reads YAML into nodes that know their lines, and refuses what YAML lets pass in silence.

PyYAML's C parser gives the events; the tree is built here, without recursion, because libyaml's own composer takes
minutes on deep nesting, expands aliases and lets the last of two equal keys win. What the nodes mean is `reading`'s
work.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any

import yaml
from msgspec import Struct

from dojo.bank.finding import Report

MAX_BYTES = 64 * 1024 * 1024
MAX_DEPTH = 32
MAX_KEYS = 10_000  # of one mapping; a bibliography may be long

# Commands of LaTeX that a double-quoted YAML text turns into a tab, a line break, a bell… and a rest.
_SWALLOWED = """
    nabla ne nu neq not neg frac forall times tanh text tilde to top theta tau tan bar beta begin binom big boldsymbol
    right rho rVert rangle approx arg alpha exp eta epsilon ell end vec varepsilon vdots
"""
SWALLOWED = frozenset(_SWALLOWED.split())
_BACKSLASH_WORD = re.compile(r"(?<!\\)(?:\\\\)*\\([a-zA-Z]+)")
_INVISIBLE = (  # category Cf: nobody sees them, and they make equal texts different
    "\u00ad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
    "\ufff9-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0001\U000e0020-\U000e007f"
)
_BREAKING = "\x7f-\x9f\u2028\u2029\ud800-\udfff"
_CONTROL = re.compile(f"[\x00-\x08\x0b-\x1f{_BREAKING}{_INVISIBLE}]")
_CONTROL_IN_TEXT = re.compile(f"[\x00-\x09\x0b-\x1f{_BREAKING}{_INVISIBLE}]")
_FLOAT_OF_YAML_1_2 = re.compile(r"[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?$")

_MENDS = (
    ("mapping values are not allowed", "a `: ` inside an unquoted text; put the text in quotes"),
    ("did not find expected ',' or", "a bracket is not closed, or a text in `{…}` or `[…]` needs quotes"),
    ("unexpected end of stream", "a quote is not closed"),
    ("cannot start any token", "a text that begins with `, @ or % needs quotes"),
    ("unknown escape character", r"in double quotes a backslash is special; use single quotes for LaTeX"),
    ("did not find expected key", "check the indentation, and the quotes and brackets of the lines before"),
    ("did not find expected '-'", "check the indentation of the list"),
    ("did not find expected <document start>", "check the indentation: the lines before stand further right"),
    ("could not find expected ':'", "a key without `: `; check the indentation, or put the text in quotes"),
    ("while scanning an alias", "a text that begins with * needs quotes"),
    ("while scanning an anchor", "a text that begins with & needs quotes"),
    ("control characters", "remove it"),
)


class Scalar(Struct):
    """`tag` is what YAML would make of a plain scalar: str, int, float, bool, null, timestamp…; quoted ones are str."""

    line: int
    value: str
    tag: str = "str"


class Sequence(Struct):
    line: int
    items: list[Node]


class Mapping(Struct):
    """`keys` are the lines of the keys."""

    line: int
    items: dict[str, Node]
    keys: dict[str, int]


Node = Scalar | Sequence | Mapping


class _Open(Struct):
    """A collection under construction; `key` is the key whose value is awaited."""

    node: Sequence | Mapping
    key: Scalar | None = None


def parse(source: bytes, report: Report) -> Node | None:
    """The tree of one YAML file, or None where it can't be had at all; every mistake found is in the report."""
    text = _decode(source, report)
    if text is None:
        return None
    for number, row in enumerate(text.split("\n"), start=1):
        if "\t" in row:
            report.error(number, "a tab; use spaces")
            if report.full:
                return None
    try:
        return _build(text, report)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        problem = f"{error.problem or ''} {error.context or ''}".strip()
        if not any(finding.line == line for finding in report.findings):
            report.error(line, f"not YAML ({error.problem}): {_mend(problem)}")
    except yaml.YAMLError as error:
        report.error(1, f"not YAML: {error}")
    return None


def _decode(source: bytes, report: Report) -> str | None:
    if len(source) > MAX_BYTES:
        report.error(1, f"larger than {MAX_BYTES >> 20} MiB; split the bank into several topics")
        return None
    try:
        text = source.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = source.count(b"\n", 0, error.start) + 1
        report.error(line, "not UTF-8; save the file as UTF-8")
        return None
    control = _CONTROL.search(text.replace("\r\n", "\n"))
    if control:
        line = text.count("\n", 0, control.start()) + 1
        what = "an invisible" if unicodedata.category(control[0]) == "Cf" else "a control"
        report.error(line, f"{what} character (U+{ord(control[0]):04X}); remove it")
        return None
    if not text.strip():
        report.error(1, "the file is empty")
        return None
    return text


def _build(text: str, report: Report) -> Node | None:
    stack: list[_Open] = []
    root: Node | None = None
    documents = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        if isinstance(event, yaml.NodeEvent):
            node = _node(event, text, report)
            if stack:
                _attach(stack[-1], node, report)
                if isinstance(stack[-1].node, Mapping) and len(stack[-1].node.items) > MAX_KEYS:
                    report.error(node.line, f"more than {MAX_KEYS:,} keys in one mapping")
                    return None
            else:
                root = node
            if not isinstance(node, Scalar):
                stack.append(_Open(node))
                if len(stack) > MAX_DEPTH:
                    report.error(node.line, f"nested deeper than {MAX_DEPTH}; a bracket is not closed")
                    return None
        elif isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
            stack.pop()
        elif isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents == 2:
                report.error(_line(event), "a second document (`---`); one file is one bank")
                break
        if report.full:
            return None
    if root is None or (isinstance(root, Scalar) and root.tag == "null"):
        report.error(1, "the file is empty")
        return None
    return root


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1


def _node(event: Any, text: str, report: Report) -> Node:
    line = _line(event)
    if isinstance(event, yaml.AliasEvent):
        report.error(line, f"an alias (*{event.anchor}); write the text out, or quote a text that begins with *")
        return Scalar(line, "")
    if event.anchor:
        report.error(line, f"an anchor (&{event.anchor}); remove it, or quote a text that begins with &")
    if event.tag and event.tag != "!":
        report.error(line, f"a tag ({event.tag}); remove it, or quote a text that begins with !")
    if isinstance(event, yaml.CollectionStartEvent):
        return Mapping(line, {}, {}) if isinstance(event, yaml.MappingStartEvent) else Sequence(line, [])
    value: str = event.value
    if event.style == '"' and "\\" in (raw := text[event.start_mark.index : event.end_mark.index]):
        for word in _BACKSLASH_WORD.findall(raw):
            if word in SWALLOWED:
                report.error(line, rf"`\{word}` in double quotes is not what it seems; use single quotes for LaTeX")
        if control := _CONTROL_IN_TEXT.search(value):
            report.error(
                line, f"the text holds a control character (U+{ord(control[0]):04X}); use single quotes for LaTeX"
            )
    return Scalar(line, value, "str" if event.style else _tag(value))


def _tag(value: str) -> str:
    """What YAML 1.1 or 1.2 makes of a plain scalar."""
    resolvers = yaml.CSafeLoader.yaml_implicit_resolvers
    for tag, pattern in resolvers.get(value[:1], ()):
        if pattern.match(value):
            return str(tag).rpartition(":")[2]
    return "float" if _FLOAT_OF_YAML_1_2.match(value) else "str"


def _attach(parent: _Open, node: Node, report: Report) -> None:
    if isinstance(parent.node, Sequence):
        parent.node.items.append(node)
    elif parent.key is None:
        if not isinstance(node, Scalar):
            report.error(node.line, "a key that is a list or a mapping; a text with brackets needs quotes")
            node = Scalar(node.line, "")
        parent.key = node
    else:
        key, parent.key = parent.key, None
        if key.value in parent.node.items:
            first = parent.node.keys[key.value]
            report.error(key.line, f"`{key.value}` stands here twice (first in line {first}); keep one of them")
        elif key.value:
            parent.node.items[key.value] = node
            parent.node.keys[key.value] = key.line


def _mend(problem: str) -> str:
    return next((mend for part, mend in _MENDS if part in problem), "check indentation, quotes and brackets")
