"""Many steps at once: what the statistics of your function are made of."""


def first_tokens(step, draft, target, tokens, uniforms):
    """The first token of a step for each proposal and pair of draws."""
    pairs = zip(tokens.tolist(), uniforms.tolist(), strict=True)
    return [int(step(draft, target, [t], list(u))[0]) for t, u in pairs]
