"""A bigram language model. The statement holds the contract."""


class BigramLM:
    """Predicts a word from the one before, with add-k smoothing."""

    def __init__(self, k: float = 0.0):
        raise NotImplementedError

    def fit(self, corpus: list[list[str]]):
        """Count the pairs of each sentence between <BOS> and <EOS>."""
        raise NotImplementedError

    def prob(self, word: str, prev: str) -> float:
        """Return P(word | prev); 0.0 if k is 0 and prev was never seen."""
        raise NotImplementedError

    def log_prob(self, sentence: list[str]) -> float:
        """Return ln P(sentence), ``-inf`` if any step has probability 0."""
        raise NotImplementedError
