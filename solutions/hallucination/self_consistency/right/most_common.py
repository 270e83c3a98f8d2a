"""Counter.most_common, which keeps ties in the order first seen."""

from collections import Counter


def self_consistency(answers, normalise=None):
    if len(answers) == 0:
        raise ValueError("no answers")
    form = normalise or (lambda s: s.lower().strip())
    [(answer, count)] = Counter(map(form, answers)).most_common(1)
    return [answer, count / len(answers)]
