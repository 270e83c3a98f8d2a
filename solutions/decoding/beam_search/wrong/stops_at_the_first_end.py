"""The search ends as soon as one hypothesis is finished.

一有假设结束，搜索就停止。

caught by: test_the_search_goes_on_after_the_first_end
also fails: test_a_beam_that_holds_everything_is_an_exact_search,
test_a_finished_hypothesis_uses_up_a_place,
test_a_wider_beam_finds_what_greedy_misses,
test_an_impossible_continuation_is_never_kept,
test_live_and_finished_ones_are_ranked_together,
test_the_next_step_keeps_a_full_beam_again,
test_the_result_holds_at_most_beam_texts
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
        if finished:
            break
    ends = finished + alive
    ranked = [(ids, total / len(ids) ** alpha) for ids, total in ends]
    return sorted(ranked, key=by_score, reverse=True)[:beam]

def by_score(hypothesis: tuple[list[int], float]) -> float:
    return hypothesis[1]
