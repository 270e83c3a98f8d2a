"""The sort goes upwards, so that the worst comes first.

排序是从小到大，最差的排在最前。

caught by: test_the_best_score_comes_first
also fails: test_equal_scores_keep_their_order, test_equal_texts_all_stay,
test_the_candidates_are_not_modified, test_the_penalty_decides_the_order
"""

def rerank(candidates: list[tuple[str, list[float]]], alpha: float=0.6) -> list[tuple[str, float]]:
    scored = []
    for text, log_probs in candidates:
        if not log_probs:
            raise ValueError(f'{text!r} has no tokens')
        penalty = ((5 + len(log_probs)) / 6) ** alpha
        scored.append((text, sum(log_probs) / penalty))
    return sorted(scored, key=lambda pair: pair[1])
