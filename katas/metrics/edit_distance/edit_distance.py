"""Edit distance and word error rate. The statement holds the contract."""

from collections.abc import Sequence


def edit_distance(a: Sequence, b: Sequence) -> int:
    """Return the Levenshtein distance of two strings or lists."""
    raise NotImplementedError


def word_error_rate(references: list[str], hypotheses: list[str]) -> float:
    """Return the summed distances over the summed reference words."""
    raise NotImplementedError
