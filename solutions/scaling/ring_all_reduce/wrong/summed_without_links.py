"""The sum is computed from all values, and nothing is sent.

直接用所有数组求和，什么都没有发送。

caught by: test_results_follow_from_what_is_received
also fails: test_each_result_is_that_of_its_own_worker
"""

from collections.abc import Callable
import numpy as np
Array = np.ndarray

def all_reduce(values: list[Array], send: Callable[[int, int, Array], None], receive: Callable[[int, int], Array]) -> list[Array]:
    return [np.sum(values, axis=0) for _ in values]
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
    return [np.concatenate(parts) for parts in chunks]
