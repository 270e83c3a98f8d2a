"""All-gather starts with chunk i, which isn't complete at worker i.

all-gather 从第 i 块开始发送，而它在 worker i 处并不完整。

caught by: test_every_worker_gets_the_sum
also fails: test_chunks_of_unequal_size, test_fewer_numbers_than_workers,
test_integers_are_summed_exactly, test_results_follow_from_what_is_received
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
            send(i, (i + 1) % size, chunks[i][(i - step) % size])
        for i in workers:
            chunks[i][(i - 1 - step) % size] = receive(i, (i - 1) % size)
    return [np.concatenate(parts) for parts in chunks]
