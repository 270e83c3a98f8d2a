"""Only the numerator 5 + n is raised to the power alpha.

只对分子 5 + n 取 alpha 次方。

caught by: test_alpha_is_the_exponent_of_the_penalty
also fails: test_alpha_is_six_tenths_by_default,
test_equal_scores_keep_their_order, test_equal_texts_all_stay,
test_the_best_score_comes_first, test_the_candidates_are_not_modified
"""

def rerank(candidates: list[tuple[str, list[float]]], alpha: float=0.6) -> list[tuple[str, float]]:
    scored = []
    for text, log_probs in candidates:
        if not log_probs:
            raise ValueError(f'{text!r} has no tokens')
        penalty = (5 + len(log_probs)) ** alpha / 6
        scored.append((text, sum(log_probs) / penalty))
    return sorted(scored, key=lambda pair: pair[1], reverse=True)
