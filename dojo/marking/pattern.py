"""Patterns of a rubric: regular expressions that an author wrote, made ready for folded answers.

RE2 runs them, so that no pattern of a bank and no answer takes more than linear time. An author writes the subset that
RE2 and Python share; `PatternError` says what is outside it. What a match means is `rubric`'s work.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import re2  # type: ignore[import-untyped]  # it has no types

MAX_PATTERN = 300
_MEMORY = 1 << 18  # bounds a compiled pattern: `(?:.{0,99}){0,9}` is refused

_GAPS = re.compile(r"[\s\-‐‑–−_]+")
_GAP_AT_HAN = re.compile(r" (?=[\u3400-\u9fff])|(?<=[\u3400-\u9fff]) ")
_TOKEN = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]])*\]|\(\?:|(?:[ _-]\??)+(?![*+{])|.", re.DOTALL)
_STARTS_WORD = re.compile(r"[a-z0-9]|\\[wd]|\[(?:[a-z0-9\\][ -~]*)\]$", re.I)
_BRITISH = (
    (re.compile(r"(?<=[a-z]{2})i[sz](?=e|ing|ation|\\w)"), "i[sz]"),
    (re.compile(r"(?<=behavi|neighb)ou?r|(?<=col|fav|lab)our"), "ou?r"),
    (re.compile(r"(?<=label|model|level)l?(?=ed|ing)|(?<=signal|cancel|travel)l?(?=ed|ing)"), "l?"),
)


class PatternError(ValueError):
    """No pattern that can be used; str() says why."""


class Pattern:
    """One compiled pattern. `source` is what the author wrote, folded."""

    def __init__(self, source: str) -> None:
        self.source = fold(source)
        options = re2.Options()
        options.log_errors = False
        options.case_sensitive = False
        options.max_mem = _MEMORY
        self._compiled = re2.compile(translated(source), options)

    def spans(self, sentence: str) -> list[tuple[int, int]]:
        """Where it matches in folded text, from left to right."""
        return [match.span() for match in self._compiled.finditer(sentence)]


@lru_cache(maxsize=1024)
def pattern(source: str) -> Pattern:
    """Raises PatternError."""
    if len(source) > MAX_PATTERN:
        raise PatternError(f"longer than {MAX_PATTERN} characters; write several patterns")
    if re.search(r"(?<!\\)(?:\\\\)*\(\?(?!:)", source):
        raise PatternError("of groups only (…) and (?:…) are allowed, no look-around, no flags")
    try:
        empty = re.compile(source).match("")
        made = Pattern(source)
    except (re.error, re2.error, OverflowError, RecursionError) as error:
        why = error.args[0].decode(errors="replace") if isinstance(error.args[0], bytes) else str(error)
        raise PatternError(f"not a regular expression that RE2 and Python share ({why})") from None
    if empty:
        raise PatternError("it matches an empty answer; make a part of it obligatory")
    return made


def fold(text: str) -> str:
    """Lower case, NFKC, one space for each run of spaces, hyphens and underscores, none beside a Chinese character."""
    text = unicodedata.normalize("NFKC", text).casefold().replace("’", "'")
    return _GAP_AT_HAN.sub("", _GAPS.sub(" ", text))


def translated(source: str) -> str:
    """The pattern for folded text: word boundaries in front, gaps optional, British and American spelling alike."""
    for spelling, both in _BRITISH:
        source = spelling.sub(both, source)
    written: list[str] = []
    starts = [True]  # for each open group: does it stand at the very beginning?
    at_start = True
    for token in _TOKEN.findall(source):
        if at_start and _STARTS_WORD.match(token):
            written.append(r"\b")
        if token in ("(", "(?:"):
            starts.append(at_start)
        elif token == ")" and len(starts) > 1:
            starts.pop()
            at_start = False
        elif token == "|":
            at_start = starts[-1]
        else:
            at_start = False
        written.append(_folded(token))
    return "".join(written)


def _folded(token: str) -> str:
    if token[0] in " _-":
        return " ?"
    if len(token) > 1 or token.isascii():
        return token
    plain = fold(token)
    return token if plain == token else re.escape(plain)
