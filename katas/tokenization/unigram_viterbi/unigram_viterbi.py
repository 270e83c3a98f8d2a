"""Unigram segmentation. The statement holds the contract."""


def segment(
    text: str,
    log_probs: dict[str, float],
    unk_log_prob: float = -20.0,
) -> tuple[list[str], float]:
    """Return the best pieces of ``text`` and the sum of their scores."""
    raise NotImplementedError
