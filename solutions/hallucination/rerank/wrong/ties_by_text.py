"""Pairs (score, text) are sorted, so that equal scores are ordered by text.

按（分数, 文本）排序，分数相等时变成按文本排。

caught by: test_equal_scores_keep_their_order
also fails: test_equal_texts_all_stay
"""

def rerank(candidates: list[tuple[str, list[float]]], alpha: float=0.6) -> list[tuple[str, float]]:
    scored = []
    for text, log_probs in candidates:
        if not log_probs:
            raise ValueError(f'{text!r} has no tokens')
        penalty = ((5 + len(log_probs)) / 6) ** alpha
        scored.append((text, sum(log_probs) / penalty))
    return sorted(scored, key=lambda pair: (pair[1], pair[0]), reverse=True)
