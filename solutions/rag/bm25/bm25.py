"""BM25 (Robertson and Zaragoza 2009), written to be read.

score(d) = sum of idf(w) tf (k1 + 1) / (tf + k1 (1 - b + b |d| / mean))

Compared with TF-IDF, tf saturates: it never adds more than idf (k1 + 1). And
length matters relative to the mean, by the share b.
"""

from collections import Counter
from math import log


class BM25:
    """An index of tokenised documents."""

    def __init__(
        self,
        docs: list[list[str]],
        k1: float = 1.5,
        b: float = 0.75,
    ) -> None:
        """Count all that no query changes; ``ValueError`` without documents.

        ``k1`` sets how fast repeated terms saturate, ``b`` how much the
        length counts.
        """
        if not docs:
            raise ValueError("no documents")
        self.counts = [Counter(doc) for doc in docs]
        # The trap: df counts documents, so each term once a document.
        self.df = Counter(term for count in self.counts for term in count)

        mean = sum(map(len, docs)) / len(docs)
        # Only empty documents: nothing matches, so any mean will do.
        ratios = [len(doc) / (mean or 1) for doc in docs]
        self.k1 = k1
        self.norms = [k1 * (1 - b + b * ratio) for ratio in ratios]

    def idf(self, term: str) -> float:
        """Return how rare a term is: never negative, thanks to the 1."""
        df = self.df[term]
        return log(1 + (len(self.counts) - df + 0.5) / (df + 0.5))

    def scores(self, query: list[str]) -> list[float]:
        """Return the score of each document, in their order."""
        idfs = {term: self.idf(term) for term in query}
        return [
            sum(idfs[term] * self.weight(count[term], norm) for term in query)
            for count, norm in zip(self.counts, self.norms, strict=True)
        ]

    def weight(self, tf: int, norm: float) -> float:
        """Return what tf occurrences are worth, 0 without any."""
        # Not the formula for tf = 0: with b = 1 an empty document makes 0/0.
        return tf * (self.k1 + 1) / (tf + norm) if tf else 0.0
