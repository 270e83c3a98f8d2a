"""BM25. The statement holds the contract."""


class BM25:
    """An index of tokenised documents."""

    def __init__(
        self,
        docs: list[list[str]],
        k1: float = 1.5,
        b: float = 0.75,
    ) -> None:
        """Index the documents; ``ValueError`` if there are none."""
        raise NotImplementedError

    def idf(self, term: str) -> float:
        """Return the inverse document frequency of a term."""
        raise NotImplementedError

    def scores(self, query: list[str]) -> list[float]:
        """Return the score of each document, in their order."""
        raise NotImplementedError
