"""Reranking with a length penalty, written to be read.

score = sum of log-probabilities / ((5 + n) / 6) ** alpha

The sum is negative, so a larger divisor makes a better score. That is how
the "penalty" makes up for what each further token costs.
"""


def rerank(
    candidates: list[tuple[str, list[float]]],
    alpha: float = 0.6,
) -> list[tuple[str, float]]:
    """Return (text, score) for each candidate, the best first."""
    scored = []
    for text, log_probs in candidates:
        if not log_probs:  # its sum, 0, would beat every other score
            raise ValueError(f"{text!r} has no tokens")
        penalty = ((5 + len(log_probs)) / 6) ** alpha
        scored.append((text, sum(log_probs) / penalty))
    # The trap: without the key, equal scores would be ordered by their text.
    # A sort is stable in Python, also with reverse=True.
    return sorted(scored, key=lambda pair: pair[1], reverse=True)
