"""The scores are collected in a dict, where equal texts overwrite each other.

分数收集在字典里，相同的文本互相覆盖。

caught by: test_equal_texts_all_stay
"""

def rerank(candidates: list[tuple[str, list[float]]], alpha: float=0.6) -> list[tuple[str, float]]:
    scored = []
    for text, log_probs in candidates:
        if not log_probs:
            raise ValueError(f'{text!r} has no tokens')
        penalty = ((5 + len(log_probs)) / 6) ** alpha
        scored.append((text, sum(log_probs) / penalty))
    return sorted(dict(scored).items(), key=lambda pair: pair[1], reverse=True)
