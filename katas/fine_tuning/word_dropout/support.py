"""Calls your function with many seeds."""


def with_seeds(tokens, p, seeds):
    """Your results for the seeds 0, 1, …, seeds − 1."""
    # Imported only now, because the judge loads this file before yours.
    from word_dropout import word_dropout

    return [word_dropout(list(tokens), p, seed) for seed in range(seeds)]
