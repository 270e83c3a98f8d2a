"""Not step by step: each chunk travels around the ring twice before the next one starts; dicts of pieces."""

import numpy as np


def all_reduce(values, send, receive):
    p = len(values)
    pieces = [dict(enumerate(np.array_split(value, p))) for value in values]
    for c in range(p):
        if pieces[0][c].size == 0:
            continue
        at = c
        data = pieces[at][c]
        for hop in range(2 * (p - 1)):
            to = (at + 1) % p
            send(at, to, data)
            data = receive(to, at)
            if hop < p - 1:
                data = data + pieces[to][c]
            pieces[to][c] = data
            at = to
    return [np.concatenate([pieces[i][c] for c in range(p)]) for i in range(p)]
