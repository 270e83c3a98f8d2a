"""Recursive: the rest of the text from what to feed, the cache and the tokens left."""


def continued(model, feed, cache, left, eos_id):
    if left == 0:
        return []
    logits, cache = model(feed, cache)
    best = max(range(len(logits)), key=lambda i: (logits[i], -i))
    if best == eos_id:
        return [best]
    return [best] + continued(model, [best], cache, left - 1, eos_id)


def generate_cached(model, prompt, max_new_tokens, eos_id):
    return list(prompt) + continued(model, list(prompt), None, max_new_tokens, eos_id)
