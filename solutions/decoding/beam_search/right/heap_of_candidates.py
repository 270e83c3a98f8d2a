"""heapq.nlargest over a generator of candidates; tuples of ids; scores computed when a hypothesis ends."""

import heapq
import math


def extensions(alive, next_log_probs):
    for total, ids in alive:
        for token, log_prob in enumerate(next_log_probs(list(ids))):
            if not math.isinf(log_prob):
                yield total + float(log_prob), (*ids, token)


def beam_search(next_log_probs, beam, eos_id, max_len, alpha=0.0):
    if beam <= 0:
        raise ValueError("beam must be positive")
    alive, ends = [(0.0, ())], []
    steps = 0
    while alive and steps < max_len:
        steps += 1
        best = heapq.nlargest(beam, extensions(alive, next_log_probs))
        alive = [h for h in best if h[1][-1] != eos_id]
        ends.extend(h for h in best if h[1][-1] == eos_id)
    scored = [(list(ids), total / len(ids) ** alpha) for total, ids in ends + alive]
    return heapq.nlargest(beam, scored, key=lambda pair: pair[1])
