"""Ring all-reduce, written to be read.

Reduce-scatter: partial sums of chunks travel around the ring and grow.
All-gather: the complete chunks travel around the ring once more.
"""

from collections.abc import Callable

import numpy as np

Array = np.ndarray


def all_reduce(
    values: list[Array],
    send: Callable[[int, int, Array], None],
    receive: Callable[[int, int], Array],
) -> list[Array]:
    """Return the sum of all values (M,), once for each of the P workers."""
    size = len(values)
    workers = range(size)
    # chunks[i][c] is what worker i knows of chunk c; some may be empty.
    chunks = [np.array_split(value, size) for value in values]

    # In a step all workers send, then all receive. The chunk that worker i
    # receives is the one that worker i - 1 has just sent.
    for step in range(size - 1):
        for i in workers:
            send(i, (i + 1) % size, chunks[i][(i - step) % size])
        for i in workers:
            c = (i - 1 - step) % size
            # The trap: += would write into a view of the caller's array.
            chunks[i][c] = chunks[i][c] + receive(i, (i - 1) % size)

    # Now chunk i + 1 is complete at worker i.
    for step in range(size - 1):
        for i in workers:
            send(i, (i + 1) % size, chunks[i][(i + 1 - step) % size])
        for i in workers:
            chunks[i][(i - step) % size] = receive(i, (i - 1) % size)
    return [np.concatenate(parts) for parts in chunks]
