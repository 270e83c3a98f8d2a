"""Each worker is a generator that yields between sending and receiving; they are stepped in turn."""

import numpy as np


def worker(i, p, value, send, receive):
    bounds = [len(value) * c // p for c in range(p + 1)]
    mine = value.copy()

    def part(c):
        return slice(bounds[c % p], bounds[c % p + 1])

    for s in range(2 * (p - 1)):
        send(i, (i + 1) % p, mine[part(i - s)].copy())
        yield
        data = receive(i, (i - 1) % p)
        if s < p - 1:
            mine[part(i - 1 - s)] += data
        else:
            mine[part(i - 1 - s)] = data
        yield
    return mine


def all_reduce(values, send, receive):
    p = len(values)
    running = {i: worker(i, p, value, send, receive) for i, value in enumerate(values)}
    results = {}
    while running:
        for i in list(running):
            try:
                next(running[i])
            except StopIteration as stop:
                results[i] = stop.value
                del running[i]
    return [results[i] for i in range(p)]
