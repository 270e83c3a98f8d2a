"""A tool-calling loop. The statement holds the contract."""

from collections.abc import Callable


def parse_calls(text: str) -> list[dict]:
    """Return the calls that stand in the tags of a reply.

    ``ValueError`` for what is no call, and for a tag left open.
    """
    raise NotImplementedError


def run_agent(
    model: Callable[[list[dict]], str],
    tools: dict[str, Callable[..., object]],
    question: str,
    max_steps: int = 5,
) -> tuple[str, list[dict]]:
    """Return the answer and all messages.

    ``RuntimeError`` after ``max_steps`` replies without an answer.
    """
    raise NotImplementedError
