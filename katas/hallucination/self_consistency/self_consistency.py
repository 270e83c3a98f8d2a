"""Self-consistency voting. The statement holds the contract."""

from collections.abc import Callable


def self_consistency(
    answers: list[str],
    normalise: Callable[[str], str] | None = None,
) -> tuple[str, float]:
    """Return the most frequent normalised answer and its share.

    Ties go to the answer seen first; ``ValueError`` without answers.
    """
    raise NotImplementedError
