"""Hunt and Szymanski: the longest increasing run of matching positions, by bisection; lists crossed off for n-grams."""

from bisect import bisect_left


def result(hits, c, r):
    return (hits / c if c else 0.0, hits / r if r else 0.0, 2 * hits / (c + r) if c + r else 0.0)


def rouge_n(reference, candidate, n):
    if n < 1:
        raise ValueError(n)
    windows = [[tuple(t[i : i + n]) for i in range(max(0, len(t) - n + 1))] for t in (candidate, reference)]
    rest, hits = list(windows[1]), 0
    for window in windows[0]:
        if window in rest:
            rest.remove(window)
            hits += 1
    return result(hits, len(windows[0]), len(windows[1]))


def rouge_l(reference, candidate):
    places = {}
    for i, token in enumerate(reference):
        places.setdefault(token, []).insert(0, i)
    tails = []
    for token in candidate:
        for i in places.get(token, ()):
            at = bisect_left(tails, i)
            tails[at : at + 1] = [i]
    return result(len(tails), len(candidate), len(reference))
