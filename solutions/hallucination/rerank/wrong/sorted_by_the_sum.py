"""The candidates are sorted by their sums; the penalty shows in the scores alone.

按总和排序，惩罚项只体现在分数里。

caught by: test_the_penalty_decides_the_order
"""

def rerank(candidates: list[tuple[str, list[float]]], alpha: float=0.6) -> list[tuple[str, float]]:
    scored = []
    for text, log_probs in candidates:
        if not log_probs:
            raise ValueError(f'{text!r} has no tokens')
        penalty = ((5 + len(log_probs)) / 6) ** alpha
        scored.append((text, sum(log_probs) / penalty, sum(log_probs)))
    return [pair[:2] for pair in sorted(scored, key=lambda pair: pair[2], reverse=True)]
