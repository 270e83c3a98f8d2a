"""Speculative decoding: one step of acceptance, written to be read.

A proposal is accepted with probability min(1, target / draft). What the draft
proposes too often is rejected; what it proposes too rarely is made up for by
the draw after a rejection. Together this is exactly the target.
"""

from collections.abc import Sequence

import numpy as np

Array = np.ndarray


def speculative_step(
    draft: Array,
    target: Array,
    tokens: list[int],
    uniforms: Sequence[float],
) -> list[int]:
    """Return the accepted tokens and one that is drawn."""
    for i, token in enumerate(tokens):
        # Above 1 the ratio accepts every draw, so min(1, …) needs no code.
        if uniforms[i] >= target[i, token] / draft[i, token]:
            # The trap: a draw from target[i] itself would favour tokens that
            # the draft proposes, which have had their chance.
            residual = np.maximum(target[i] - draft[i], 0.0)  # (V,)
            probs = residual / residual.sum()
            return [*tokens[:i], draw(probs, uniforms[i + 1])]
    return [*tokens, draw(target[len(tokens)], uniforms[len(tokens)])]


def draw(probs: Array, u: float) -> int:
    """Return the smallest token whose cumulative probability exceeds u."""
    above = np.flatnonzero(np.cumsum(probs) > u)
    # Rounding may leave the whole sum at or below u.
    return int(above[0] if above.size else np.flatnonzero(probs)[-1])
