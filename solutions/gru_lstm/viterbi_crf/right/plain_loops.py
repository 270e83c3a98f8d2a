"""Plain Python lists and loops, with a back-pointer table; logsumexp by hand."""

import math


def logsumexp(values):
    top = max(values)
    if top == -math.inf:
        return top
    return top + math.log(sum(math.exp(v - top) for v in values))


def viterbi(emissions, transitions, start):
    e, a = emissions.tolist(), transitions.tolist()
    tags = range(len(a))
    delta = [s + x for s, x in zip(start.tolist(), e[0])]
    back = []
    for row in e[1:]:
        chosen, values = [], []
        for j in tags:
            i = max(tags, key=lambda i: delta[i] + a[i][j])
            chosen.append(i)
            values.append(delta[i] + a[i][j] + row[j])
        back.append(chosen)
        delta = values
    last = max(tags, key=delta.__getitem__)
    path = [last]
    while back:
        path.insert(0, back.pop()[path[0]])
    return path, delta[last]


def log_partition(emissions, transitions, start):
    e, a = emissions.tolist(), transitions.tolist()
    alpha = [s + x for s, x in zip(start.tolist(), e[0])]
    for row in e[1:]:
        alpha = [logsumexp([p + a[i][j] for i, p in enumerate(alpha)]) + x for j, x in enumerate(row)]
    return logsumexp(alpha)
