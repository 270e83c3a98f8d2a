"""When two short texts are the same: folding of case, width, hyphens and accents, and slips of the finger."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable

from dojo.marking.glossary import TERMS

MIN_TYPO = 5  # shorter words are other words after one slip: GRU and GPU, T5 and T0

_ARTICLE = re.compile(r"^(?:the|an?)\s+(?=\S)")
_IGNORED = re.compile(r"[\s_\-‐‑–—−'’`\"“”「」《》.,;:!?。，；：！？、·]+")


def visible(text: str) -> str:
    """The text without what nobody sees (category Cf): a zero-width space pasted along counts for nothing."""
    if text.isascii() or text.isprintable():
        return text
    return "".join(char for char in text if unicodedata.category(char) != "Cf")


def fold(text: str) -> str:
    """`Drop-out `, `ｄｒｏｐｏｕｔ` and `the dropout` are all `dropout`."""
    text = visible(text)
    text = unicodedata.normalize("NFKC", text).casefold().strip()
    text = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    return _IGNORED.sub("", _ARTICLE.sub("", text))


def is_plural(typed: str, answer: str) -> bool:
    """Is one the plain English plural of the other? Both are folded."""
    if typed == answer + "s":
        return answer.isascii() and answer[-1:].isalpha()
    return (
        answer == typed + "s"
        and len(typed) > 2
        and typed[-1].isalpha()
        and not answer.endswith(("ss", "us", "is", "as"))
    )


def is_slip(
    typed: str, answer: str, others: Iterable[str] = (), knows: Callable[[str], bool] = lambda term: False
) -> bool:
    """Is `typed` a slip for `answer`, and can't be any of `others` or another term? All are folded.

    One letter left out, put in, exchanged or swapped with its neighbour, in a word of five or more; never the first
    letter (symmetric, asymmetric), never a digit (L1, L2), never a Chinese character, never where another concept is as
    near.
    """
    if len(answer) < MIN_TYPO or not typed.isascii() or not answer.isascii() or not one_apart(typed, answer):
        return False
    if typed[0] != answer[0] or re.sub(r"\D", "", typed) != re.sub(r"\D", "", answer):
        return False
    if typed in TERMS or knows(typed):
        return False
    return not any(typed == other or (other != answer and one_apart(typed, other)) for other in others)


def one_apart(left: str, right: str) -> bool:
    """Do two texts differ by exactly one insertion, deletion, exchange or swap of neighbours?"""
    if left == right or abs(len(left) - len(right)) > 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right)))
    a, b = left[start:], right[start:]
    if len(a) == len(b):
        return a[1:] == b[1:] or (len(a) > 1 and a[0] == b[1] and a[1] == b[0] and a[2:] == b[2:])
    return a[1:] == b or a == b[1:]
