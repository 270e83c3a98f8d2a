"""A matrix of sums (live hypotheses × V) and one flat argsort a step."""

import numpy as np


def beam_search(next_log_probs, beam, eos_id, max_len, alpha=0.0):
    if beam < 1:
        raise ValueError(f"beam = {beam}")
    alive, sums, done = [[]], np.zeros(1), []
    for _ in range(max_len):
        if not alive:
            break
        scores = sums[:, None] + np.stack([next_log_probs(ids) for ids in alive])  # (B, V)
        flat = np.argsort(-scores, axis=None)[:beam]
        rows, tokens = np.unravel_index(flat, scores.shape)
        new, new_sums = [], []
        for row, token in zip(rows, tokens):
            value = scores[row, token]
            if np.isneginf(value):
                continue
            ids = alive[row] + [int(token)]
            if token == eos_id:
                done.append((ids, value))
            else:
                new.append(ids)
                new_sums.append(value)
        alive, sums = new, np.array(new_sums)
    done += list(zip(alive, sums))
    done = [(ids, float(total) / len(ids) ** alpha) for ids, total in done]
    return sorted(done, key=lambda pair: -pair[1])[:beam]
