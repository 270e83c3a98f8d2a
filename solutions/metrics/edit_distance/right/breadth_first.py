"""Furthest-reaching diagonals, one edit more in each round (Ukkonen)."""


def edit_distance(a, b):
    n, m = len(a), len(b)

    def slide(i, k):
        while i < n and i + k < m and a[i] == b[i + k]:
            i += 1
        return i

    reach, edits = {0: slide(0, 0)}, 0
    while reach.get(m - n, -1) < n:
        edits += 1
        new = {}
        for k in range(max(-n, -edits), min(m, edits) + 1):
            best = max(reach.get(k, -2) + 1, reach.get(k - 1, -2), reach.get(k + 1, -2) + 1)
            best = min(best, n, m - k)
            if best >= max(0, -k):
                new[k] = slide(best, k)
        reach = new
    return edits


def word_error_rate(references, hypotheses):
    if len(references) - len(hypotheses):
        raise ValueError("unequal lists")
    references, hypotheses = [r.split() for r in references], [h.split() for h in hypotheses]
    words = len(sum(references, []))
    if not words:
        raise ValueError("empty references")
    return sum(map(edit_distance, references, hypotheses)) / words
