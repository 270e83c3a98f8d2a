"""A loop over all ids in order, with membership in a set."""


def constrained_greedy(next_logits, allowed, eos_id, max_len):
    ids = []
    while len(ids) < max_len and (not ids or ids[-1] != eos_id):
        scores, choices = next_logits(list(ids)), {int(c) for c in allowed(list(ids))}
        best = None
        for token, score in enumerate(scores):
            if token in choices and (best is None or score > scores[best]):
                best = token
        if best is None:
            break
        ids.append(best)
    return ids
