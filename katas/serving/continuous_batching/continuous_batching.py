"""Continuous and static batching. The statement holds the contract."""


def simulate(requests: list[tuple[int, int]], slots: int) -> list[int]:
    """Return the step of each request's last token, batched continuously.

    A request is (arrival, tokens). ``ValueError`` for fewer than one slot
    or token.
    """
    raise NotImplementedError


def simulate_static(
    requests: list[tuple[int, int]],
    slots: int,
) -> list[int]:
    """Return the same for batches that start when the one before ended."""
    raise NotImplementedError
