"""np.unique with first indices and counts, and the best by (count, -first index)."""

import numpy as np


def self_consistency(answers, normalise=None):
    if not answers:
        raise ValueError("empty")
    forms = np.array([(normalise or (lambda s: s.strip().lower()))(a) for a in answers], dtype=object)
    values, first, counts = np.unique(forms, return_index=True, return_counts=True)
    best = max(range(len(values)), key=lambda i: (counts[i], -first[i]))
    return str(values[best]), counts[best] / forms.size
