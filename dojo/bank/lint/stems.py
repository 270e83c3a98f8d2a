"""Finds stems that say nearly the same, without comparing each with each."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import islice

ALIKE = 0.8  # share of words that two stems have in common, of all their words (Jaccard)
MOST_COMPARED = 500  # for one stem; a bank with more that share a rare word is made to take long
_WORD = re.compile(r"[A-Za-z0-9_]+|[\u3400-\u9fff]")


def near_duplicates(stems: list[str]) -> list[tuple[int, int]]:
    """Pairs (earlier, later) of places of stems that are alike; of each later stem one pair.

    Two sets with Jaccard similarity of at least ALIKE share one of the rarest (1 - ALIKE) * size + 1 words of either,
    so only those are looked up (prefix filtering, Bayardo et al., WWW 2007).
    """
    words = [frozenset(_WORD.findall(stem.lower())) for stem in stems]
    frequency = Counter(word for stem in words for word in stem)
    seen: dict[str, list[int]] = defaultdict(list)
    found = []
    for later, stem in enumerate(words):
        rarest = sorted(stem, key=lambda word: (frequency[word], word))[: int((1 - ALIKE) * len(stem) + 1e-9) + 1]
        candidates = islice((earlier for word in rarest for earlier in seen[word]), MOST_COMPARED)
        alike = next((earlier for earlier in candidates if _alike(words[earlier], stem)), None)
        if alike is not None:
            found.append((alike, later))
        for word in rarest:
            seen[word].append(later)
    return found


def _alike(left: frozenset[str], right: frozenset[str]) -> bool:
    return len(left & right) >= ALIKE * len(left | right) - 1e-9
