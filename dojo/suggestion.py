"""What a misspelt word was probably meant to be."""

from __future__ import annotations

from collections.abc import Iterable

LONGEST = 60  # nobody misspells a longer word; comparing one takes long


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`, did you mean …?` where a known word is near, else nothing."""
    if len(word) > LONGEST:
        return ""
    from difflib import get_close_matches  # only where something is wrong: it costs the first question 2 ms

    near = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"; did you mean `{near[0]}`?" if near else ""
