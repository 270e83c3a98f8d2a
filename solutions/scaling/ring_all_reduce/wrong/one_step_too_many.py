"""Each half takes P steps instead of P - 1, so a single worker sends to itself.

每一半走了 P 步而不是 P - 1 步，单个 worker 会发给自己。

caught by: test_a_single_worker_sends_nothing
also fails: test_no_worker_sends_too_much
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
    for step in range(size):
        for i in workers:
            send(i, (i + 1) % size, chunks[i][(i + 1 - step) % size])
        for i in workers:
            chunks[i][(i - step) % size] = receive(i, (i - 1) % size)
    return [np.concatenate(parts) for parts in chunks]
