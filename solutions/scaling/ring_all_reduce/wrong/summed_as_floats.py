"""The values are converted to floats.

把数组转成了浮点数。

caught by: test_integers_are_summed_exactly
"""

from collections.abc import Callable
import numpy as np
Array = np.ndarray

def all_reduce(values: list[Array], send: Callable[[int, int, Array], None], receive: Callable[[int, int], Array]) -> list[Array]:
    size = len(values)
    workers = range(size)
    chunks = [np.array_split(value.astype(float), size) for value in values]
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
