"""Makes short, harmless texts of values and strings that came from a submission.

Lengths are bounded before anything is formatted, and control, bidirectional and surrogate characters are escaped, so
that neither the judge nor a reader's terminal has to fear what a submission sent. Markup is the reports' business.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from itertools import islice
from typing import Any

LIMIT = 400
ITEMS = 12
NAMED = 400  # items in one text, over all levels
COMMANDS = re.compile(r"(?m)^[^\S\n]*:(?=:)|#(?=#(?:\[|vso\[))")  # what a CI prints in this form commands it
UNSAFE = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def clean(text: str, limit: int = LIMIT, keep: str = "") -> str:
    """`text` with what a terminal could obey escaped, and cut to `limit` characters. `keep` names exceptions."""
    cut = text if len(text) <= limit else text[: limit - 1] + "…"
    if "::" in cut or "##" in cut:
        cut = COMMANDS.sub(lambda found: found[0] + " ", cut)
    if cut.isprintable():  # which no character of an unsafe category is
        return cut
    return "".join(
        char if char in keep or unicodedata.category(char) not in UNSAFE else char.encode("unicode_escape").decode()
        for char in cut
    )


def clean_output(text: str, limit: int = 64 << 10) -> str:
    """What a submission printed: lines and tabs stay."""
    return clean(text.replace("\r\n", "\n"), limit, keep="\n\t")[:limit]  # escapes are longer than what they stand for


def show(value: Any, limit: int = LIMIT) -> str:
    """A short text of a value that crossed the wire."""
    return clean(_show(value, 0, Patience()), limit)


class Patience:
    """How many items one text may still name: a tree of twelve times twelve times twelve… is shown in part."""

    def __init__(self) -> None:
        self.left = NAMED

    def over(self) -> bool:
        self.left -= 1
        return self.left < 0


class CallText:
    """`softmax([1.0, 2.0])`: the call that a learner can try. Put into words only where somebody will read it."""

    __slots__ = ("_args", "_kwargs", "_name")

    def __init__(self, name: object, args: Any, kwargs: Any) -> None:
        self._name = name
        self._args = args
        self._kwargs = kwargs

    @property
    def owner(self) -> object | None:
        """What the called thing is a member of: the call that made the object, or nothing for a function."""
        return getattr(self._name, "owner", None)

    def __str__(self) -> str:
        name = str(self._name) or "…"
        name = name if len(name) <= 120 else name[:119] + "…"
        patience = Patience()
        parts = [_show(arg, 1, patience) for arg in self._args]
        parts += [f"{key}={_show(value, 1, patience)}" for key, value in self._kwargs.items()]
        return clean(f"{name}({', '.join(parts)})")


def _show(value: Any, depth: int, patience: Patience) -> str:
    if depth > 6 or patience.over():
        return "…"
    kind = type(value)
    if kind is int and value.bit_length() > 200:
        return f"<an integer of about {int(value.bit_length() * 0.30103):,} digits>"
    if kind is str or kind is bytes:
        return repr(value[:200]) + ("…" if len(value) > 200 else "")
    if kind is list or kind is tuple or kind is set or kind is frozenset:
        return _show_items(value, depth, patience)
    if kind is dict:
        inside = ", ".join(
            f"{_show(key, depth + 1, patience)}: {_show(item, depth + 1, patience)}"
            for key, item in islice(value.items(), ITEMS)
        )
        return "{" + inside + (", …" if len(value) > ITEMS else "") + "}"
    return _show_array(value, depth, patience) or _plain(value)


def _show_items(value: Any, depth: int, patience: Patience) -> str:
    inside = ", ".join(_show(item, depth + 1, patience) for item in islice(value, ITEMS))
    if len(value) > ITEMS:
        inside += f", … ({len(value):,} items)"
    match value:
        case list():
            return f"[{inside}]"
        case tuple():
            return f"({inside},)" if len(value) == 1 else f"({inside})"
        case _:
            return f"{{{inside}}}" if value else "set()"


def _show_array(value: Any, depth: int, patience: Patience) -> str | None:
    numpy, torch = sys.modules.get("numpy"), sys.modules.get("torch")
    if torch is not None and isinstance(value, torch.Tensor):
        if not 0 < value.numel() <= ITEMS * ITEMS:  # no items may still be 2**28 empty rows
            return f"tensor(shape={tuple(value.shape)}, dtype={str(value.dtype).removeprefix('torch.')})"
        return f"tensor({_show(_rounded(value.tolist()), depth + 1, patience)})"
    if numpy is not None and isinstance(value, numpy.ndarray):
        if not 0 < value.size <= ITEMS * ITEMS:
            return f"array(shape={value.shape}, dtype={value.dtype})"
        return f"array({_show(_rounded(value.tolist()), depth + 1, patience)})"
    return None


def _rounded(value: Any) -> Any:
    if isinstance(value, list):
        return [_rounded(item) for item in value]
    return float(f"{value:.7g}") if isinstance(value, float) else value


def _plain(value: Any) -> str:
    text = getattr(type(value), "__shown__", None)
    return str(text(value)) if text is not None else repr(value)[:1000]
