"""Whole arrays go around the ring, P - 1 times M numbers for each worker.

整个数组沿环传递，每个 worker 发送 P - 1 倍的 M 个数。

caught by: test_no_worker_sends_too_much
"""

import numpy as np


def all_reduce(values, send, receive):
    size = len(values)
    results = [np.array(value) for value in values]
    travelling = list(values)
    for _ in range(size - 1):
        for i in range(size):
            send(i, (i + 1) % size, travelling[i])
        travelling = [receive(i, (i - 1) % size) for i in range(size)]
        results = [a + b for a, b in zip(results, travelling)]
    return results
