"""Sentence BLEU. The statement holds the contract."""


def sentence_bleu(
    references: list[list[str]],
    candidate: list[str],
    max_n: int = 4,
) -> float:
    """Return the BLEU of ``candidate`` against ``references``, in [0, 1].

    Clipped n-gram precisions for n = 1 … ``max_n``, uniform weights, brevity
    penalty, no smoothing. No references raise ``ValueError``.
    """
    raise NotImplementedError
