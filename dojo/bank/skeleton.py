"""Skeletons of questions: the YAML of a new question of each kind, with blanks for its author to fill.

A blank is written `___`; the check of banks refuses it, so that none is forgotten.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from dojo.question.kinds import Kind

BLANK = "___"

_PLACE = re.compile(r"\{\{([^{}]+)\}\}")
_HEAD = """\
  - id: {{id}}
    kind: {{kind}}
    level: {{level}}
    sources: [{{source, a key of sources.yaml}}]
    stem:
      en: {{stem in English}}
      zh: {{stem in Chinese}}
"""
_HINT = """\
    hint:
      en: {{hint in English}}
      zh: {{hint in Chinese}}
"""
_TAIL = """\
    explanation:
      en: {{explanation in English, 2 to 5 sentences with the reason}}
      zh: {{explanation in Chinese}}
"""
_RIGHT = """\
      - text: {en: {{right option in English}}, zh: {{right option in Chinese}}}
        right: true
"""
_WRONG = """\
      - text: {en: {{wrong option {n} in English}}, zh: {{wrong option {n} in Chinese}}}
        why: {en: {{why wrong option {n} is wrong, in English}}, zh: {{why wrong option {n} is wrong, in Chinese}}}
"""
_OPTIONS = "    options:\n" + _RIGHT + "".join(_WRONG.replace("{n}", number) for number in "123")
_POINT = """\
      - point: {en: {{point {n} in English}}, zh: {{point {n} in Chinese}}}
        patterns:
          en: [{{pattern of point {n} in English, a regular expression}}]
          zh: [{{pattern of point {n} in Chinese}}]
"""
_EXAMPLE = """\
      - lang: {lang}
        answer: {{{what} answer in {language}}}
        makes: [{makes}]
        claims: [{claims}]
"""
_OPEN = (
    "    rubric:\n"
    + "".join(_POINT.replace("{n}", number) for number in "123")
    + """\
    not_said:
      - claim: {en: {{false claim in English}}, zh: {{false claim in Chinese}}}
        patterns:
          en: [{{pattern of the false claim in English}}]
          zh: [{{pattern of the false claim in Chinese}}]
        why: {en: {{why the claim is false, in English}}, zh: {{why the claim is false, in Chinese}}}
    examples:
"""
    + "".join(
        _EXAMPLE.replace("{lang}", lang)
        .replace("{what}", what)
        .replace("{language}", language)
        .replace("{makes}", makes)
        .replace("{claims}", claims)
        for lang, language in (("en", "English"), ("zh", "Chinese"))
        for what, makes, claims in (("good", "1, 2, 3", ""), ("thin", "1", ""), ("wrong", "", "1"))
    )
    + """\
    follow_up:
      stem: {en: {{follow-up question in English}}, zh: {{follow-up question in Chinese}}}
      answer: {en: {{its answer in English}}, zh: {{its answer in Chinese}}}
"""
)
_PARTS: Mapping[Kind, str] = {
    "choice": _OPTIONS,
    "multi": _OPTIONS,
    "boolean": "    answer: {{true or false}}\n",
    "number": """\
    variables:
      n: {choices: [2, 3, 4]}
    answer: "n * 2"
    tolerance: {exact: true}
    traps:
      - value: "n + 1"
        why: {en: {{misconception behind n + 1 in English}}, zh: {{misconception behind n + 1 in Chinese}}}
""",
    "text": """\
    answers:
      en: [{{answer in English}}]
      zh: [{{answer in Chinese}}]
    near_misses:
      - text: {en: [{{near miss in English}}], zh: [{{near miss in Chinese}}]}
        why: {en: {{why it is another thing, in English}}, zh: {{why it is another thing, in Chinese}}}
""",
    "order": "    items:\n"
    + "".join("      - {en: {{step {n} in English}}, zh: {{step {n} in Chinese}}}\n".replace("{n}", n) for n in "123"),
    "match": "    pairs:\n"
    + "".join(
        "      - left: {en: {{left {n} in English}}, zh: {{left {n} in Chinese}}}\n"
        "        right: {en: {{right {n} in English}}, zh: {{right {n} in Chinese}}}\n".replace("{n}", n)
        for n in "123"
    ),
    "open": _OPEN,
}


def bank_head(topic: str, title_en: str = "", title_zh: str = "") -> str:
    """The head of a new bank."""
    return f"topic: {topic}\ntitle: {{en: {_quoted(title_en)}, zh: {_quoted(title_zh)}}}\nquestions:\n"


def skeleton(kind: Kind, level: int, name: str, fill: Callable[[str], str] = lambda label: "") -> str:
    """A question with its blanks; `fill` gives the text for a blank by its label, or nothing."""
    written = _HEAD + (_HINT if level > 1 else "") + _PARTS[kind] + _TAIL
    given = {"id": name, "kind": kind, "level": str(level)}

    def put(match: re.Match[str]) -> str:
        label = match[1]
        if label in given:
            return given[label]
        text = fill(label).strip()
        return text if text in ("true", "false") and label == "true or false" else _quoted(text)

    return _PLACE.sub(put, written)


def _quoted(text: str) -> str:
    return "'" + (text or BLANK).replace("'", "''") + "'"
