"""Tries all pairs of positions, without a bound on the length of a piece, from the right to the left."""


def segment(text, log_probs, unk_log_prob=-20.0):
    n = len(text)
    best = [None] * n + [(0.0, n)]
    for s in range(n - 1, -1, -1):
        options = []
        for e in range(s + 1, n + 1):
            p = text[s:e]
            if p in log_probs:
                options.append((log_probs[p] + best[e][0], e))
            elif e == s + 1:
                options.append((unk_log_prob + best[e][0], e))
        best[s] = max(options)
    pieces, at = [], 0
    while at < n:
        pieces.append(text[at : best[at][1]])
        at = best[at][1]
    return pieces, best[0][0]
