"""An iterator over the uniforms, plain Python sums, for … else."""


def pick(weights, u):
    total = sum(weights)
    reached, last = 0.0, None
    for token, weight in enumerate(weights):
        if weight > 0:
            reached += weight / total
            last = token
            if u < reached:
                return token
    return last


def speculative_step(draft, target, tokens, uniforms):
    draws = iter(uniforms)
    out = []
    for d, t, token in zip(draft.tolist(), target.tolist(), tokens):
        if next(draws) * d[token] < t[token]:
            out.append(token)
        else:
            weights = [max(b - a, 0.0) for a, b in zip(d, t)]
            break
    else:
        weights = target[len(tokens)].tolist()
    return out + [pick(weights, next(draws))]
