"""Every worker gets the result of worker 0.

每个 worker 得到的都是 worker 0 的结果。

caught by: test_each_result_is_that_of_its_own_worker
"""

import numpy as np


def all_reduce(values, send, receive):
    P = len(values)
    M = len(values[0])
    size = (M + P - 1) // P

    # chunks[i][c] is chunk c of worker i; late chunks may be short or empty
    chunks = []
    for i in range(P):
        own = []
        for c in range(P):
            own.append(values[i][c * size:(c + 1) * size].copy())
        chunks.append(own)

    # reduce-scatter
    for step in range(P - 1):
        for i in range(P):
            c = (i - step) % P
            send(i, (i + 1) % P, chunks[i][c])
        for i in range(P):
            c = (i - step - 1) % P
            data = receive(i, (i - 1) % P)
            chunks[i][c] = chunks[i][c] + data

    # now worker i has the whole sum of chunk i + 1
    for step in range(P - 1):
        for i in range(P):
            c = (i + 1 - step) % P
            send(i, (i + 1) % P, chunks[i][c])
        for i in range(P):
            c = (i - step) % P
            chunks[i][c] = receive(i, (i - 1) % P)

    results = []
    for i in range(P):
        results.append(np.concatenate(chunks[0]))
    return results
