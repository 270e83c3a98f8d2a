"""The sum is multiplied by the penalty instead of divided.

总和乘以了长度惩罚，而不是除以。

caught by: test_alpha_divides_by_a_power_of_the_length
also fails: test_a_beam_that_holds_everything_is_an_exact_search,
test_the_end_token_counts_in_the_length,
test_the_search_goes_on_after_the_first_end
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
            for token in np.flatnonzero(log_probs > -np.inf).tolist():
                candidate = ([*ids, token], total + float(log_probs[token]))
                candidates.append(candidate)
        kept = sorted(candidates, key=by_score, reverse=True)[:beam]
        finished += [h for h in kept if h[0][-1] == eos_id]
        alive = [h for h in kept if h[0][-1] != eos_id]
    ends = finished + alive
    ranked = [(ids, total * len(ids) ** alpha) for ids, total in ends]
    return sorted(ranked, key=by_score, reverse=True)[:beam]

def by_score(hypothesis: tuple[list[int], float]) -> float:
    return hypothesis[1]
