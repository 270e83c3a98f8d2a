"""A loop over tokens with a running sum in plain Python."""


def sample_sequence(next_probs, eos, max_len, uniforms):
    ids = []
    for i in range(max_len):
        total, chosen = 0.0, None
        for token, p in enumerate(next_probs(list(ids))):
            total += p
            if p > 0:
                chosen = token
            if total > uniforms[i]:
                break
        ids.append(chosen)
        if chosen == eos:
            return ids
    return ids
