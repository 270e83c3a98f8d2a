"""Continuous and static batching, written to be read.

A request that starts in step s with n tokens makes the last one in step
s + n - 1, and its slot is free from step s + n on. So nothing has to be run
step by step, and gaps cost nothing.
"""

import heapq


def simulate(requests: list[tuple[int, int]], slots: int) -> list[int]:
    """Return the step of each request's last token, batched continuously."""
    check(requests, slots)
    last: dict[int, int] = {}
    free = [0] * min(slots, len(requests))  # slot free from this step on
    for i in by_arrival(requests):
        arrival, tokens = requests[i]
        start = max(arrival, heapq.heappop(free))
        last[i] = start + tokens - 1
        heapq.heappush(free, start + tokens)
    return [last[i] for i in range(len(requests))]


def simulate_static(
    requests: list[tuple[int, int]],
    slots: int,
) -> list[int]:
    """Return the same for batches that start when the one before ended."""
    check(requests, slots)
    last: dict[int, int] = {}
    waiting = by_arrival(requests)
    step = 0
    while waiting:
        step = max(step, requests[waiting[0]][0])
        # The trap: the first `slots` in the queue, but only those that are
        # there by now. The batch doesn't wait to be full.
        batch = [i for i in waiting[:slots] if requests[i][0] <= step]
        for i in batch:
            last[i] = step + requests[i][1] - 1
        step = max(last[i] for i in batch) + 1
        waiting = waiting[len(batch) :]
    return [last[i] for i in range(len(requests))]


def by_arrival(requests: list[tuple[int, int]]) -> list[int]:
    """Return the indices in order of arrival, then of their place."""
    return sorted(range(len(requests)), key=lambda i: requests[i][0])


def check(requests: list[tuple[int, int]], slots: int) -> None:
    """Raise ValueError where something can't run."""
    if slots < 1:
        raise ValueError(f"there must be a slot, not {slots}")
    if any(tokens < 1 for _, tokens in requests):
        raise ValueError("every request has at least one token")
