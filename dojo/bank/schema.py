"""The JSON Schema of a bank, for editors: made from the structs, with the short forms that the reader takes."""

from __future__ import annotations

from typing import Any

from msgspec.json import schema_components

from dojo.question.kinds import LEVELS, TYPES, Bank

_URL = "https://json-schema.org/draft/2020-12/schema"
_LIST = {"type": "array", "items": {"type": "string"}, "minItems": 1}


def bank_schema() -> dict[str, Any]:
    """A schema by which every bank that `dojo lint` accepts is valid; what the texts say is lint's work."""
    (bank,), parts = schema_components([Bank], ref_template="#/$defs/{name}")
    for kind in TYPES:
        part = parts[kind.__name__]
        del part["properties"]["topic"]  # a question's topic is its bank's
        part["properties"]["level"]["enum"] = list(LEVELS)
    for part in parts.values():
        part["additionalProperties"] = False
        for value in part["properties"].values():
            _no_null(value)
    parts["Text"] = {"description": "One text, or both languages.", "anyOf": [{"type": "string"}, parts["Text"]]}
    words = {"anyOf": [{"type": "string"}, _LIST]}
    both = {"type": "object", "properties": {"en": words, "zh": words}, "additionalProperties": False}
    parts["Words"] = {"description": "Words of equal standing.", "anyOf": [*words["anyOf"], both]}
    return {"$schema": _URL, "title": "NLP Dojo question bank", **bank, "$defs": parts}


def _no_null(part: dict[str, Any]) -> None:
    """A key that may be left out is left out, not written as null."""
    part.pop("default", None)
    if "anyOf" in part:
        rest = [one for one in part["anyOf"] if one != {"type": "null"}]
        part.pop("anyOf")
        part.update(rest[0] if len(rest) == 1 else {"anyOf": rest})
