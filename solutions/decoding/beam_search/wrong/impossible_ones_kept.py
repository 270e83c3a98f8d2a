"""Continuations of probability 0 fill up the beam.

概率为 0 的后续也填进了束里。

caught by: test_an_impossible_continuation_is_never_kept
also fails: test_a_finished_hypothesis_is_not_continued
"""

from collections.abc import Callable
import numpy as np
Array = np.ndarray

def beam_search(next_log_probs: Callable[[list[int]], Array], beam: int, eos_id: int, max_len: int, alpha: float=0.0) -> list[tuple[list[int], float]]:
    if beam < 1:
        raise ValueError(f'the beam must hold a hypothesis, not {beam}')
    alive: list[tuple[list[int], float]] = [([], 0.0)]
    finished: list[tuple[list[int], float]] = []
    for _ in range(max_len):
        candidates = []
        for ids, total in alive:
            log_probs = next_log_probs(ids)
            for token in range(len(log_probs)):
                candidate = ([*ids, token], total + float(log_probs[token]))
                candidates.append(candidate)
        kept = sorted(candidates, key=by_score, reverse=True)[:beam]
        finished += [h for h in kept if h[0][-1] == eos_id]
        alive = [h for h in kept if h[0][-1] != eos_id]
    ends = finished + alive
    ranked = [(ids, total / len(ids) ** alpha) for ids, total in ends]
    return sorted(ranked, key=by_score, reverse=True)[:beam]

def by_score(hypothesis: tuple[list[int], float]) -> float:
    return hypothesis[1]
