"""Fills `<<name>>` and `<<name:,>>` in the texts of number questions. What the names stand for is `variant`'s work."""

from __future__ import annotations

import re
from collections.abc import Mapping

from dojo.question.expression import Fault, evaluate
from dojo.question.kinds import Text, Value

_PLACE = re.compile(r"<<([^<>:]+)(?::([^<>]*))?>>")
MAX_SHOWN = 400  # characters in one place

_SPEC = re.compile(r"[+]?,?(\.\d{1,2})?[dfge%]?$")  # no width: `<<n:999999999>>` must not fill the screen


def fill(text: Text, names: Mapping[str, Value]) -> Text:
    return Text(fill_one(text.en, names), fill_one(text.zh, names))


def fill_one(text: str, names: Mapping[str, Value]) -> str:
    """The text with its places filled; one that can't be filled stays as it is, and `faults` says why."""

    def put(match: re.Match[str]) -> str:
        value = _put(match, names)
        return match[0] if isinstance(value, Fault) else value

    return _PLACE.sub(put, text)


def faults(text: str, names: Mapping[str, Value]) -> list[str]:
    """What keeps the text from being filled."""
    found = [value.message for match in _PLACE.finditer(text) if isinstance(value := _put(match, names), Fault)]
    rest = _PLACE.sub("", text)
    if "<<" in rest or ">>" in rest:
        found.append("`<<` without `>>`; a place is written <<name>> or <<name:.2f>>")
    return found


def _put(match: re.Match[str], names: Mapping[str, Value]) -> str | Fault:
    value = evaluate(match[1], names)
    if isinstance(value, Fault):
        return value
    if match[2] is None:
        shown = plain(value)
        return shown if len(shown) <= MAX_SHOWN else Fault(f"`{match[0]}` is too long to be shown")
    if isinstance(value, list) or not _SPEC.match(match[2]):
        return Fault(f"`{match[0]}`: the format `{match[2]}` is not one of `,` `.2f` `,.1f` `.0%` `.3g` `.1e`")
    try:
        return format(value, match[2])
    except (ValueError, OverflowError):
        return Fault(f"`{match[0]}`: the format `{match[2]}` does not fit {plain(value)}")


def plain(value: Value) -> str:
    """A value as people write it: no trailing zeros, no noise of binary fractions."""
    if isinstance(value, list):
        return "[" + ", ".join(plain(item) for item in value) + "]"
    return str(value) if isinstance(value, int) else format(value, ".10g")
