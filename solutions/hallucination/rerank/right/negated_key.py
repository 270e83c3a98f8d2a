"""A helper for the score and a sort by its negative; results as lists."""


def score(log_probs, alpha):
    n = len(log_probs)
    if n == 0:
        raise ValueError("empty candidate")
    return sum(log_probs) * (6 / (n + 5)) ** alpha


def rerank(candidates, alpha=0.6):
    scored = [[text, score(lp, alpha)] for text, lp in candidates]
    scored.sort(key=lambda s: -s[1])
    return scored
