"""list.count on the normalised list; the first index of the maximum."""


def self_consistency(answers, normalise=None):
    forms = [a.strip().lower() if normalise is None else normalise(a) for a in answers]
    counts = [forms.count(f) for f in forms]
    best = max(counts)  # ValueError for an empty sequence
    return forms[counts.index(best)], best / len(forms)
