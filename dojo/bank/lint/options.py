"""Checks one question for what gives its key away to who knows nothing, and for too few or too many parts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dojo.bank.finding import Report
from dojo.bank.reading import line_at
from dojo.bank.strict_yaml import Mapping
from dojo.question.kinds import AnyQuestion, Choice, Match, Multi, Open, Option, Order

MUCH_LONGER = 1.5  # the key, against the longest distractor

# English only: of a good translation the Chinese has the same.
_STRONG = re.compile(r"\b(always|never|impossible|completely|entirely|absolutely)\b", re.I)
_WEAK = re.compile(r"\b(all|every|only|none|must|any)\b", re.I)
_ALL_ABOVE = re.compile(r"\b(all|none|both) of (the above|these|them)\b|以上(都|全|皆|均)|都不(对|是)$", re.I)
_NEGATED = re.compile(r"\b(which|what)\b[^.?]*?\b(not|except|\w+n't)\b[^.?]*\?", re.I)
_WORD = re.compile(r"[a-z][a-z-]{4,}")
_COMMON_WORDS = """
    about after because before being between during every first following given large larger model models other second
    should since small smaller their there these those token tokens training under using value values which while would
"""
_COMMON = frozenset(_COMMON_WORDS.split())


def lint_options(question: AnyQuestion, node: Mapping, report: Report) -> None:
    if question.level > 1 and question.hint is None:
        report.warning(node.line, f"`{question.id}` of level {question.level} has no `hint`; give one from level 2 up")
    if isinstance(question, (Choice, Multi)):
        _count(question.options, "options", 3, 6, node, report)
        _whys(question.options, node, report)
        _all_above(question.options, node, report)
        _absolutes(question.options, node, report)
        _echo(question, node, report)
        _negation(question, node, report)
    if isinstance(question, Choice):
        _length(question, node, report)
    elif isinstance(question, Order):
        _count(question.items, "items", 3, 7, node, report)
    elif isinstance(question, Match):
        _count(question.pairs, "pairs", 3, 6, node, report)
    elif isinstance(question, Open):
        _count(question.rubric, "rubric", 3, 6, node, report)


def _count(parts: Sequence[object], key: str, least: int, most: int, node: Mapping, report: Report) -> None:
    if not least <= len(parts) <= most:
        report.warning(line_at(node, key), f"`{key}` has {len(parts)} entries; {least} to {most} are usual")


def _whys(options: Sequence[Option], node: Mapping, report: Report) -> None:
    for place, option in enumerate(options):
        if not option.right and option.why is None:
            line = line_at(node, "options", place)
            report.warning(line, "a wrong option without `why`; name the misconception of who chooses it")


def _all_above(options: Sequence[Option], node: Mapping, report: Report) -> None:
    for place, option in enumerate(options):
        if _ALL_ABOVE.search(option.text.en) or _ALL_ABOVE.search(option.text.zh):
            report.warning(line_at(node, "options", place), "an option about the other options; use kind `multi`")


def _absolutes(options: Sequence[Option], node: Mapping, report: Report) -> None:
    for pattern, enough in ((_STRONG, 1), (_WEAK, 2)):
        if any(option.right and pattern.search(option.text.en) for option in options):
            continue
        wrong = [option for option in options if not option.right and pattern.search(option.text.en)]
        if len(wrong) >= enough:
            words = {match[0].lower() for option in wrong if (match := pattern.search(option.text.en))}
            said = f" ({', '.join(sorted(words))})" if words else ""
            report.warning(line_at(node, "options"), f"absolutes only in wrong options{said}; they give the key away")
            return


def _echo(question: Choice | Multi, node: Mapping, report: Report) -> None:
    """English only: Chinese would have to be cut into words first."""
    stem = set(_WORD.findall(question.stem.en.lower())) - _COMMON
    right = [option for option in question.options if option.right]
    key = set.intersection(*(set(_WORD.findall(option.text.en.lower())) for option in right))
    wrong = [option for option in question.options if not option.right]
    others = {word for option in wrong for word in _WORD.findall(option.text.en.lower())}
    echoed = sorted((stem & key) - others)
    if echoed:
        line = line_at(node, "options")
        report.warning(line, f"of all options only the right one repeats `{', '.join(echoed)}` of the stem; reword it")


def _negation(question: Choice | Multi, node: Mapping, report: Report) -> None:
    match = _NEGATED.search(question.stem.en.replace("**", "\x00"))
    if match and match[2] != match[2].upper() and "\x00" not in match[0]:
        report.warning(line_at(node, "stem"), f"`{match[2]}` in the stem is easily overlooked; write it **bold**")


def _length(question: Choice, node: Mapping, report: Report) -> None:
    for lang, enough in (("en", 30), ("zh", 14)):
        lengths = {option.right: 0 for option in question.options}
        for option in question.options:
            lengths[option.right] = max(lengths[option.right], len(option.text.en if lang == "en" else option.text.zh))
        if lengths[True] > enough and lengths[True] > MUCH_LONGER * lengths[False]:
            line = line_at(node, "options")
            much = f"{lengths[True]} characters to {lengths[False]}"
            report.warning(line, f"the right option is much the longest in {lang} ({much})")
            return
