"""Edit distance (Wagner and Fischer 1974), written to be read.

D[i][j], the distance of a[:i] and b[:j], is the smallest of
    D[i-1][j] + 1                            a's token is deleted
    D[i][j-1] + 1                            b's token is inserted
    D[i-1][j-1] + (a[i-1] != b[j-1])         matched or replaced
"""

from collections.abc import Sequence


def edit_distance(a: Sequence, b: Sequence) -> int:
    """Return the Levenshtein distance of two strings or lists."""
    above = list(range(len(b) + 1))  # D[0]: insert everything
    for i, token in enumerate(a, start=1):
        row = [i]  # D[i][0]: delete everything
        for j, other in enumerate(b, start=1):
            kept = above[j - 1] + (token != other)
            row.append(min(above[j] + 1, row[j - 1] + 1, kept))
        above = row
    return above[-1]


def word_error_rate(references: list[str], hypotheses: list[str]) -> float:
    """Return the summed distances over the summed reference words."""
    errors = words = 0
    # strict=True raises ValueError where one list is longer.
    for reference, hypothesis in zip(references, hypotheses, strict=True):
        ref, hyp = reference.split(), hypothesis.split()
        errors += edit_distance(ref, hyp)
        words += len(ref)
    if words == 0:
        raise ValueError("the references have no words")
    # The trap: a mean of rates would give a short text the same weight.
    return errors / words
