"""Questions from other programs as YAML for a bank, with a blank (`___`) where a bank needs what they don't have."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from typing import Any

import yaml
from msgspec import Struct, field

from dojo.bank.skeleton import BLANK
from dojo.question.kinds import Kind

Said = dict[str, str]  # a text by language; a language may be missing
_LINE = 140  # columns of the YAML


class Unreadable(Struct, frozen=True):
    """A part of a file that is no question, and why not; `line` counts from 1."""

    line: int
    message: str


class Part(Struct, kw_only=True):
    """An option, a step, a pair, a trap, a near miss, a point or a false claim, as the kind of question has it."""

    text: Said
    right: bool = False
    match: Said = field(default_factory=dict)
    why: Said = field(default_factory=dict)


class Draft(Struct, kw_only=True):
    """A question as it was read; what stays empty becomes a blank where its kind needs it."""

    line: int
    kind: Kind
    stem: Said
    id: str = ""
    level: int = 1
    as_of: str = ""
    sources: list[str] = field(default_factory=list)
    katas: list[str] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    answer: Said = field(default_factory=dict)  # of a term: alternatives parted by ` | `
    unit: str = ""
    tolerance: str = ""  # `5%` or `0.01`
    hint: Said = field(default_factory=dict)
    explanation: Said = field(default_factory=dict)
    follow_up: Said = field(default_factory=dict)
    follow_up_answer: Said = field(default_factory=dict)


def name_drafts(drafts: Iterable[Draft], taken: Collection[str]) -> None:
    """Gives each draft an id that no other question has: its own, else the first words of its stem."""
    used = set(taken)
    for draft in drafts:
        words = re.findall(r"[a-z0-9]+", _ascii(draft.id or draft.stem.get("en", "")))
        name = base = "-".join(words[:6]) or "question"
        number = 2
        while name in used:
            name, number = f"{base}-{number}", number + 1
        used.add(name)
        draft.id = name


def to_yaml(draft: Draft) -> str:
    """The draft as an entry of `questions:`."""
    data: dict[str, Any] = {
        "id": draft.id,
        "kind": str(draft.kind),
        "level": draft.level,
        "sources": draft.sources or [BLANK],
        **({"as_of": draft.as_of} if draft.as_of else {}),
        **({"katas": draft.katas} if draft.katas else {}),
        "stem": _text(draft.stem),
        **_body(draft),
        **({"hint": _text(draft.hint)} if draft.hint or draft.level > 1 else {}),
        "explanation": _text(draft.explanation),
    }
    written = yaml.dump([data], Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_LINE)
    return "".join(f"  {line}\n" if line else "\n" for line in written.splitlines())


def _body(draft: Draft) -> dict[str, Any]:
    parts = draft.parts
    if draft.kind in ("choice", "multi"):
        return {"options": [_option(part) for part in parts]}
    if draft.kind == "boolean":
        return {"answer": draft.answer.get("en", "").casefold() in ("true", "t", "对", "yes")}
    if draft.kind == "number":
        traps = [{"value": part.text.get("en", ""), "why": _text(part.why)} for part in parts]
        return {
            "answer": draft.answer.get("en", "") or BLANK,
            "tolerance": _tolerance(draft.tolerance),
            **({"unit": draft.unit} if draft.unit else {}),
            **({"traps": traps} if traps else {}),
        }
    if draft.kind == "text":
        near = [{"text": _words(part.text), "why": _text(part.why)} for part in parts]
        return {"answers": _words(draft.answer), **({"near_misses": near} if near else {})}
    if draft.kind == "order":
        return {"items": [_text(part.text) for part in parts]}
    if draft.kind == "match":
        pairs = [{"left": _text(part.text), "right": _text(part.match)} for part in parts if part.text]
        extra = [_text(part.match) for part in parts if not part.text]
        return {"pairs": pairs, **({"extra": extra} if extra else {})}
    return _open(draft)


def _open(draft: Draft) -> dict[str, Any]:
    blank = {"en": [BLANK], "zh": [BLANK]}
    points = [part for part in draft.parts if part.right] or [Part(text={}, right=True)]
    claims = [part for part in draft.parts if not part.right]
    body: dict[str, Any] = {"rubric": [{"point": _text(part.text), "patterns": dict(blank)} for part in points]}
    if claims:
        body["not_said"] = [
            {"claim": _text(part.text), "patterns": dict(blank), "why": _text(part.why)} for part in claims
        ]
    if draft.follow_up:
        body["follow_up"] = {"stem": _text(draft.follow_up), "answer": _text(draft.follow_up_answer)}
    return body


def _option(part: Part) -> dict[str, Any]:
    why = {"why": _text(part.why)} if part.why or not part.right else {}
    return {"text": _text(part.text), **({"right": True} if part.right else {}), **why}


def _text(said: Said) -> dict[str, str]:
    return {lang: said.get(lang) or BLANK for lang in ("en", "zh")}


def _words(said: Said) -> dict[str, list[str]]:
    split = {lang: [word.strip() for word in said.get(lang, "").split("|")] for lang in ("en", "zh")}
    return {lang: [word for word in words if word] or [BLANK] for lang, words in split.items()}


def _tolerance(written: str) -> dict[str, float | bool]:
    if not written:
        return {"exact": True}
    if written.endswith("%"):
        return {"relative": round(float(written[:-1]) / 100, 12)}
    return {"absolute": float(written)}


def _ascii(text: str) -> str:
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()


class _Dumper(yaml.SafeDumper):
    """As the banks are written: lists indented, texts of several lines as blocks, short texts in one line."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _string(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else '"' if re.search(r"[^\w ,.()-]", text) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _string)
