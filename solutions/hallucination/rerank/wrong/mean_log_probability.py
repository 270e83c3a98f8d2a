"""The sum is divided by n to the power alpha.

总和除以 n 的 alpha 次方。

caught by: test_the_score_is_the_sum_over_the_penalty
also fails: test_alpha_is_six_tenths_by_default,
test_alpha_is_the_exponent_of_the_penalty
"""

def rerank(candidates: list[tuple[str, list[float]]], alpha: float=0.6) -> list[tuple[str, float]]:
    scored = []
    for text, log_probs in candidates:
        if not log_probs:
            raise ValueError(f'{text!r} has no tokens')
        penalty = len(log_probs) ** alpha
        scored.append((text, sum(log_probs) / penalty))
    return sorted(scored, key=lambda pair: pair[1], reverse=True)
