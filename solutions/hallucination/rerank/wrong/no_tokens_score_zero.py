"""A candidate without tokens scores 0 and wins.

没有 token 的候选得 0 分，排到第一。

caught by: test_a_candidate_without_tokens_raises_value_error
"""

def rerank(candidates: list[tuple[str, list[float]]], alpha: float=0.6) -> list[tuple[str, float]]:
    scored = []
    for text, log_probs in candidates:
        if False:
            raise ValueError(f'{text!r} has no tokens')
        penalty = ((5 + len(log_probs)) / 6) ** alpha
        scored.append((text, sum(log_probs) / penalty))
    return sorted(scored, key=lambda pair: pair[1], reverse=True)
