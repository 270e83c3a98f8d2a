"""The list is sorted upwards and then reversed, which reverses equal scores, too.

先从小到大排序再整体反转，分数相等的候选也被倒了过来。

caught by: test_equal_scores_keep_their_order
"""


def rerank(candidates, alpha=0.6):
    scored = []
    for text, logps in candidates:
        n = len(logps)
        if n == 0:
            raise ValueError("a candidate without tokens")
        scored.append((text, sum(logps) / ((5 + n) / 6) ** alpha))
    return sorted(scored, key=lambda pair: pair[1])[::-1]
