"""A prompt within a token budget. The statement holds the contract."""

from collections.abc import Callable


def build_prompt(
    question: str,
    passages: list[str],
    budget: int,
    count_tokens: Callable[[str], int],
) -> str:
    """Return a prompt with the passages that fit, tried in order.

    ``ValueError`` if the question does not fit alone.
    """
    raise NotImplementedError
