"""Dijkstra's algorithm on costs -log p, shifted to be positive per character; the score is a NumPy scalar."""

import heapq

import numpy as np


def segment(text, log_probs, unk_log_prob=-20.0):
    if not text:
        return [], np.float64(0.0)
    shift = max(0.0, unk_log_prob, *log_probs.values()) if log_probs else max(0.0, unk_log_prob)
    top = max([len(p) for p in log_probs] + [1])
    done, heap = {}, [(0.0, 0, -1)]
    while len(text) not in done:
        cost, at, came = heapq.heappop(heap)
        if at in done:
            continue
        done[at] = came
        for end in range(at + 1, min(len(text), at + top) + 1):
            piece = text[at:end]
            known = piece in log_probs
            if known or end == at + 1:
                price = log_probs[piece] if known else unk_log_prob
                heapq.heappush(heap, (cost - price + shift * (end - at), end, at))
    ends, at = [], len(text)
    while at >= 0:
        ends.append(at)
        at = done[at]
    ends.reverse()
    pieces = [text[s:e] for s, e in zip(ends, ends[1:])]
    return pieces, np.sum([log_probs.get(p, unk_log_prob) for p in pieces])
