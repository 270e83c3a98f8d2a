"""The caller's list of candidates is sorted.

对调用者的候选列表做了排序。

caught by: test_the_candidates_are_not_modified
"""

def rerank(candidates: list[tuple[str, list[float]]], alpha: float=0.6) -> list[tuple[str, float]]:
    scored = []
    if all((lp for _, lp in candidates)):
        candidates.sort(key=lambda c: sum(c[1]) / ((5 + len(c[1])) / 6) ** alpha, reverse=True)
    for text, log_probs in candidates:
        if not log_probs:
            raise ValueError(f'{text!r} has no tokens')
        penalty = ((5 + len(log_probs)) / 6) ** alpha
        scored.append((text, sum(log_probs) / penalty))
    return sorted(scored, key=lambda pair: pair[1], reverse=True)
