"""A generator yields new tokens; the draw walks through the ids and subtracts."""

import math


def tokens(next_logits, ids, eos_id, choose):
    while True:
        token = choose(next_logits(list(ids)))
        ids = [*ids, token]
        yield token
        if token == eos_id:
            return


def generate(next_logits, prompt, max_new_tokens, eos_id, temperature=1.0, top_p=1.0, uniforms=()):
    draws = iter(uniforms)

    def choose(logits):
        logits = [float(x) for x in logits]
        if not temperature:
            return max(range(len(logits)), key=logits.__getitem__)
        top = max(logits)
        weights = [math.exp((x - top) / temperature) for x in logits]
        total = sum(weights)
        probs = [w / total for w in weights]
        kept, reached = {}, 0.0
        for i in sorted(range(len(probs)), key=lambda i: -probs[i]):
            kept[i] = probs[i]
            reached += probs[i]
            if reached >= top_p:
                break
        u = next(draws)
        cumulative, last = 0.0, None
        mass = sum(kept.values())
        for i in sorted(kept):
            if kept[i] == 0:
                continue
            cumulative += kept[i] / mass
            last = i
            if cumulative > u:
                return i
        return last

    out = list(prompt)
    if max_new_tokens == 0:
        return out
    for token in tokens(next_logits, list(prompt), eos_id, choose):
        out.append(token)
        if len(out) - len(prompt) == max_new_tokens:
            break
    return out
