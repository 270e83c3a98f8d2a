"""Chunks have M // P numbers, and the rest is not summed.

每块有 M // P 个数，余下的没有求和。

caught by: test_chunks_of_unequal_size
also fails: test_fewer_numbers_than_workers
"""

from collections.abc import Callable
import numpy as np
Array = np.ndarray

def all_reduce(values: list[Array], send: Callable[[int, int, Array], None], receive: Callable[[int, int], Array]) -> list[Array]:
    size = len(values)
    workers = range(size)
    chunks = [np.array_split(value, size) for value in values]
    for step in range(size - 1):
        for i in workers:
            send(i, (i + 1) % size, chunks[i][(i - step) % size])
        for i in workers:
            c = (i - 1 - step) % size
            chunks[i][c] = chunks[i][c] + receive(i, (i - 1) % size)
    for step in range(size - 1):
        for i in workers:
            send(i, (i + 1) % size, chunks[i][(i + 1 - step) % size])
        for i in workers:
            chunks[i][(i - step) % size] = receive(i, (i - 1) % size)
    whole = len(values[0]) // size * size
    sums = [np.concatenate(parts) for parts in chunks]
    return [np.concatenate([s[:whole], v[whole:]]) for s, v in zip(sums, values)]
