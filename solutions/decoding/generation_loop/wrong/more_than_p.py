"""Adds one more token to a nucleus whose sum is equal to top_p.

核的总和恰好等于 top_p 时，还多取一个 token。

caught by: test_only_the_nucleus_is_drawn
"""

from collections.abc import Callable, Sequence

import numpy as np

Array = np.ndarray


def generate(
    next_logits: Callable[[list[int]], Array],
    prompt: list[int],
    max_new_tokens: int,
    eos_id: int,
    temperature: float = 1.0,
    top_p: float = 1.0,
    uniforms: Sequence[float] = (),
) -> list[int]:
    """Return the prompt and the ids generated after it."""
    ids = list(prompt)  # a copy: the caller's prompt stays as it is
    for step in range(max_new_tokens):
        logits = next_logits(ids)  # (V,)
        if temperature == 0:
            ids.append(int(np.argmax(logits)))  # the first among equal ones
        else:
            # uniforms[step], not uniforms[len(ids)]: the prompt uses no draws
            u = uniforms[step]
            ids.append(sample(logits, temperature, top_p, u))
        if ids[-1] == eos_id:
            break
    return ids


def sample(logits: Array, temperature: float, p: float, u: float) -> int:
    """Draw one id from the nucleus of softmax(logits / temperature)."""
    scaled = logits / temperature  # (V,)
    weights = np.exp(scaled - scaled.max())
    probs = weights / weights.sum()

    order = np.argsort(-probs, kind="stable")
    cumulative = np.cumsum(probs[order])
    nucleus = order[: np.searchsorted(cumulative, p, side="right") + 1]

    # The trap: a draw in the order of `nucleus` is as random as this one, but
    # gives other tokens for the same draws. So back to the order of ids.
    kept = np.zeros_like(probs)
    kept[nucleus] = probs[nucleus] / probs[nucleus].sum()
    above = np.flatnonzero(np.cumsum(kept) > u)
    # Rounding may leave the last sum at or below the draw.
    return int(above[0] if above.size else np.flatnonzero(kept)[-1])
