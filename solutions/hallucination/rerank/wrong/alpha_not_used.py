"""The penalty is always taken to the power 0.6.

惩罚项总是取 0.6 次方。

caught by: test_alpha_is_the_exponent_of_the_penalty
also fails: test_the_best_score_comes_first,
test_the_penalty_decides_the_order, test_the_score_is_the_sum_over_the_penalty
"""

def rerank(candidates: list[tuple[str, list[float]]], alpha: float=0.6) -> list[tuple[str, float]]:
    scored = []
    for text, log_probs in candidates:
        if not log_probs:
            raise ValueError(f'{text!r} has no tokens')
        penalty = ((5 + len(log_probs)) / 6) ** 0.6
        scored.append((text, sum(log_probs) / penalty))
    return sorted(scored, key=lambda pair: pair[1], reverse=True)
