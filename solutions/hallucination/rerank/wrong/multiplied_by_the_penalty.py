"""The sum is multiplied by the penalty instead of divided.

总和乘以惩罚项，而不是除以它。

caught by: test_the_score_is_the_sum_over_the_penalty
also fails: test_alpha_is_six_tenths_by_default,
test_alpha_is_the_exponent_of_the_penalty, test_the_penalty_decides_the_order
"""

def rerank(candidates: list[tuple[str, list[float]]], alpha: float=0.6) -> list[tuple[str, float]]:
    scored = []
    for text, log_probs in candidates:
        if not log_probs:
            raise ValueError(f'{text!r} has no tokens')
        penalty = ((5 + len(log_probs)) / 6) ** alpha
        scored.append((text, sum(log_probs) * penalty))
    return sorted(scored, key=lambda pair: pair[1], reverse=True)
