"""The chunk's width is M // P, which is 0 for fewer numbers than workers.

块宽取 M // P，数比 worker 少时为 0。

caught by: test_fewer_numbers_than_workers
"""

from collections.abc import Callable
import numpy as np
Array = np.ndarray

def all_reduce(values: list[Array], send: Callable[[int, int, Array], None], receive: Callable[[int, int], Array]) -> list[Array]:
    size = len(values)
    workers = range(size)
    width = len(values[0]) // size
    if width == 0:
        return [np.array(value) for value in values]
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
    return [np.concatenate(parts) for parts in chunks]
