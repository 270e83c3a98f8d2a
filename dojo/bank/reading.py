"""From YAML nodes to the structs of `question`, by their own annotations, with every mistake at its line.

Whether the values make sense together (one right option, an expression that can be worked out) is `sense`'s work.
"""

from __future__ import annotations

import re
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, get_args, get_origin

from msgspec import NODEFAULT, Struct
from msgspec.structs import FieldInfo, fields

from dojo.bank.finding import Report
from dojo.bank.skeleton import BLANK
from dojo.bank.strict_yaml import Mapping, Node, Scalar, Sequence
from dojo.question.kinds import TYPES, AnyQuestion, Text, Words
from dojo.suggestion import did_you_mean

S = TypeVar("S", bound=Struct)
BY_KIND = {str(kind.kind): kind for kind in TYPES}
NOT_WRITTEN = ("topic",)  # a question's topic is its bank's
MAY_BE_EMPTY = ("katas", "makes", "claims")

MAX_TEXT = 8000  # characters
MAX_INT = 2**63  # what MessagePack can hold

_INT = re.compile(r"-?(0|[1-9]\d*)$")
_FLOAT = re.compile(r"-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?$")
_NOT_PROSE = re.compile(r"```.*?```|`[^`]*`|\$\$.*?\$\$|\$[^$]*\$|<<[^<>]*>>", re.DOTALL)
_LOWER_WORD = re.compile(r"(?<![\w.])[a-z]{2,}(?![\w(])")


class Bad:
    """Stands for a value that could not be read; its mistake is in the report."""


BAD = Bad()


def read_struct(node: Node, of: type[S], report: Report) -> S | None:
    """One struct, or None where a mistake (now in the report) forbids it."""
    value = _struct(node, of, report)
    return None if isinstance(value, Bad) else value


def read_value(node: Node, of: Any, name: str, report: Report) -> Any:
    """One value under the key `name`, or BAD."""
    return _value(node, of, name, report)


def read_question(node: Node, topic: str, report: Report) -> AnyQuestion | None:
    """One question of any kind, or None where a mistake (now in the report) forbids it."""
    if not isinstance(node, Mapping):
        report.error(node.line, "a question is a mapping with id, kind, level…")
        return None
    kind = node.items.get("kind")
    if kind is None:
        report.error(node.line, f"the question has no `kind`; write one of {', '.join(BY_KIND)}")
        return None
    name = kind.value if isinstance(kind, Scalar) else ""
    if name not in BY_KIND:
        report.error(kind.line, f"no kind `{name}`{did_you_mean(name, BY_KIND)}; the kinds are {', '.join(BY_KIND)}")
        return None
    value = _struct(node, BY_KIND[name], report, skip=("kind",), given={"topic": topic})
    return None if isinstance(value, Bad) else value  # type: ignore[return-value]  # TYPES are the members of AnyQuestion


def line_at(node: Node, *path: str | int) -> int:
    """The line of what stands at `path`, or of the nearest thing around it."""
    line = node.line
    for step in path:
        if isinstance(node, Mapping) and isinstance(step, str) and step in node.items:
            line, node = node.keys[step], node.items[step]
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
            line = node.line
        else:
            break
    return line


def _struct(
    node: Node, of: type[S], report: Report, skip: tuple[str, ...] = (), given: dict[str, str] | None = None
) -> S | Bad:
    known = _fields(of)
    if not isinstance(node, Mapping):
        report.error(node.line, f"here belongs a mapping with {', '.join(known)}")
        return BAD
    before = report.errors
    for name in node.items:
        if name not in known and name not in skip:
            report.error(node.keys[name], _unknown(name, of, known))
            if report.full:
                return BAD
    values: dict[str, Any] = dict(given or {})
    for name, field in known.items():
        if name in node.items:
            values[name] = _value(node.items[name], field.type, name, report)
        elif field.default is NODEFAULT and field.default_factory is NODEFAULT:
            report.error(node.line, f"{_title(node, of)} has no `{name}`; add it")
    return BAD if report.errors > before else of(**values)


@cache  # msgspec evaluates the annotations anew on each call
def _fields(of: type[Struct]) -> dict[str, FieldInfo]:
    """What an author may write, by name."""
    return {field.name: field for field in fields(of) if field.name not in NOT_WRITTEN or not _is_question(of)}


def _is_question(of: type[Struct]) -> bool:
    return of in TYPES


def _title(node: Mapping, of: type[Struct]) -> str:
    name = node.items.get("id")
    if _is_question(of):
        return f"the question `{name.value}`" if isinstance(name, Scalar) else "the question"
    return f"the {of.__name__.lower()}"


def _unknown(name: str, of: type[Struct], known: dict[str, FieldInfo]) -> str:
    if _is_question(of):
        fitting = [kind for kind, other in BY_KIND.items() if name in _fields(other)]
        if name == "topic":
            return "`topic` stands once, at the head of the bank; remove it here"
        if fitting:
            return f"`{name}` does not fit kind `{_kind(of)}`; it belongs to {', '.join(fitting)}"
    return f"no key `{name}` here{did_you_mean(name, known)}"


def _kind(of: type[Struct]) -> str:
    return next(kind for kind, other in BY_KIND.items() if other is of)


def _value(node: Node, of: Any, name: str, report: Report) -> Any:
    if of is Text:
        return _text(node, name, report)
    if of is Words:
        return _words(node, name, report)
    if of is str:
        return _string(node, name, report)
    if of is bool:
        return _bool(node, name, report)
    if of is int or of is float or of == int | float:
        return _number(node, of, name, report)
    origin, args = get_origin(of), get_args(of)
    if origin is Literal:
        return _literal(node, args, name, report)
    if origin is tuple and args[-1] is not Ellipsis:
        return _items(node, args[0], name, report, exactly=len(args))
    if origin is tuple:
        return _items(node, args[0], name, report)
    if origin is list:
        items = _items(node, args[0], name, report)
        return items if isinstance(items, Bad) else list(items)
    if origin is dict:
        return _dict(node, args[1], name, report)
    if origin is UnionType or len(args) > 1:
        choices = [arg for arg in args if arg is not NoneType]
        lists = [arg for arg in choices if get_origin(arg) is list]
        if lists and isinstance(node, Sequence):
            return _value(node, lists[0], name, report)
        plain = [arg for arg in choices if arg not in lists]
        return _value(node, int | float if set(plain) == {int, float} else plain[0], name, report)
    return _struct(node, of, report)


def _text(node: Node, name: str, report: Report) -> Text | Bad:
    if isinstance(node, Mapping):
        before = report.errors
        for key in node.items:
            if key not in ("en", "zh"):
                report.error(node.keys[key], f"no language `{key}` in `{name}`; the languages are en and zh")
        for lang in ("en", "zh"):
            if lang not in node.items:
                report.error(node.line, f"`{name}` has no `{lang}`; write both languages: {{en: …, zh: …}}")
        said = {lang: _string(value, f"{name}.{lang}", report) for lang, value in node.items.items()}
        return BAD if report.errors > before else Text(**said)  # type: ignore[arg-type]  # no Bad without an error
    value = _string(node, name, report)
    if isinstance(value, Bad):
        return value
    prose = _NOT_PROSE.sub(" ", value)
    if any("\u3400" <= sign <= "\u9fff" for sign in prose):  # compiling a pattern of this range takes 8 ms
        report.error(node.line, f"`{name}` is Chinese only; write both languages: {{en: …, zh: …}}")
        return BAD
    if len(_LOWER_WORD.findall(prose)) > 2:
        report.error(node.line, f"`{name}` is English only; write both languages: {{en: …, zh: …}}")
        return BAD
    return Text(value, value)


def _words(node: Node, name: str, report: Report) -> Words | Bad:
    """`word`, `[word, …]` or `{en: [word, …], zh: [word, …]}`."""
    before = report.errors
    if isinstance(node, Mapping):
        for key in node.items:
            if key not in ("en", "zh"):
                report.error(node.keys[key], f"no language `{key}` in `{name}`; the languages are en and zh")
        lists = [_word_list(node.items[lang], name, report) if lang in node.items else () for lang in ("en", "zh")]
        if not any(lists) and report.errors == before:
            report.error(node.line, f"`{name}` is empty")
        return BAD if report.errors > before else Words(*lists)
    found = _word_list(node, name, report)
    return BAD if report.errors > before else Words(en=found)


def _word_list(node: Node, name: str, report: Report) -> tuple[str, ...]:
    items = _items(node, str, name, report) if isinstance(node, Sequence) else (_string(node, name, report),)
    return () if isinstance(items, Bad) else tuple(item for item in items if isinstance(item, str))


def _items(node: Node, of: Any, name: str, report: Report, exactly: int | None = None) -> Any:
    if not isinstance(node, Sequence):
        report.error(node.line, f"`{name}` is a list; write [ … ] or lines with `- `")
        return BAD
    if exactly is not None and len(node.items) != exactly:
        report.error(node.line, f"`{name}` has exactly {exactly} entries")
        return BAD
    if not node.items and name not in MAY_BE_EMPTY:
        report.error(node.line, f"`{name}` is empty; fill it or leave the key out")
        return BAD
    before = report.errors
    values = [_value(item, of, name, report) for item in node.items if not report.full]
    return BAD if report.errors > before else tuple(values)


def _dict(node: Node, of: Any, name: str, report: Report) -> dict[str, Any] | Bad:
    if not isinstance(node, Mapping):
        report.error(node.line, f"`{name}` is a mapping; write {{name: …}}")
        return BAD
    before = report.errors
    values = {key: _value(value, of, f"{name}.{key}", report) for key, value in node.items.items() if not report.full}
    return BAD if report.errors > before else values


def _string(node: Node, name: str, report: Report) -> str | Bad:
    if not isinstance(node, Scalar):
        quote = " (a text that holds `: ` or begins with a bracket needs quotes)"
        report.error(node.line, f"`{name}` is a text, not a {type(node).__name__.lower()}{quote}")
    elif node.tag == "null":
        report.error(node.line, f"`{name}` is empty; write a text, in quotes if it is `{node.value}`")
    elif node.tag != "str":
        mend = f'write it in quotes: "{node.value}"'
        report.error(node.line, f"`{name}: {node.value}` would be read as {node.tag}; {mend}")
    elif not node.value.strip():
        report.error(node.line, f"`{name}` is empty; write a text")
    elif node.value.strip() == BLANK:
        report.error(node.line, f"`{name}` is a blank ({BLANK}); fill it in")
    elif len(node.value) > MAX_TEXT:
        report.error(node.line, f"`{name}` has {len(node.value):,} characters; at most {MAX_TEXT:,} are allowed")
    else:
        return node.value
    return BAD


def _bool(node: Node, name: str, report: Report) -> bool | Bad:
    if isinstance(node, Scalar) and node.tag == "bool" and node.value in ("true", "false"):
        return node.value == "true"
    written = node.value if isinstance(node, Scalar) else "…"
    report.error(node.line, f"`{name}: {written}` is neither true nor false; write `true` or `false`, without quotes")
    return BAD


def _number(node: Node, of: Any, name: str, report: Report) -> int | float | Bad:
    written = node.value if isinstance(node, Scalar) and node.tag != "str" else ""
    if _INT.match(written):
        if len(written) < 20 and abs(int(written)) < MAX_INT:
            return float(written) if of is float else int(written)
    elif of is not int and _FLOAT.match(written) and abs(number := float(written)) < float("inf"):
        return number
    what = "a whole number like 3" if of is int else "a number like 3 or 0.25"
    seen = f", not `{node.value}`" if isinstance(node, Scalar) else ""
    report.error(node.line, f"`{name}` is {what}, without quotes{seen}")
    return BAD


def _literal(node: Node, words: tuple[str, ...], name: str, report: Report) -> str | Bad:
    if isinstance(node, Scalar) and node.tag == "str" and node.value in words:
        return node.value
    written = node.value if isinstance(node, Scalar) else "…"
    report.error(node.line, f"`{name}: {written}` is none of {', '.join(words)}{did_you_mean(written, words)}")
    return BAD
