"""Beam search, written to be read.

A hypothesis is a pair (ids, sum of log-probabilities). Each step extends all
live ones, keeps the best `beam` of all, and sets the finished ones aside.
"""

from collections.abc import Callable

import numpy as np

Array = np.ndarray


def beam_search(
    next_log_probs: Callable[[list[int]], Array],
    beam: int,
    eos_id: int,
    max_len: int,
    alpha: float = 0.0,
) -> list[tuple[list[int], float]]:
    """Return up to ``beam`` pairs (ids, score), the best first."""
    if beam < 1:
        raise ValueError(f"the beam must hold a hypothesis, not {beam}")
    alive: list[tuple[list[int], float]] = [([], 0.0)]
    finished: list[tuple[list[int], float]] = []
    for _ in range(max_len):
        # All continuations of all hypotheses compete in one list: both of the
        # best two may come from the same parent.
        candidates = []
        for ids, total in alive:
            log_probs = next_log_probs(ids)  # (V,)
            for token in np.flatnonzero(log_probs > -np.inf).tolist():
                candidate = [*ids, token], total + float(log_probs[token])
                candidates.append(candidate)
        kept = sorted(candidates, key=by_score, reverse=True)[:beam]
        # The trap: a finished hypothesis used up a place in this step. Set it
        # aside after the cut, not before.
        finished += [h for h in kept if h[0][-1] == eos_id]
        alive = [h for h in kept if h[0][-1] != eos_id]

    # The length matters only here. In the steps all hypotheses have the same.
    ends = finished + alive
    ranked = [(ids, total / len(ids) ** alpha) for ids, total in ends]
    return sorted(ranked, key=by_score, reverse=True)[:beam]


def by_score(hypothesis: tuple[list[int], float]) -> float:
    """Return what hypotheses are sorted by."""
    return hypothesis[1]
