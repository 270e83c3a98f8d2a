"""Insertion into a list that stays sorted, with logarithms for the penalty."""

import math


class NoTokens(ValueError):
    pass


def rerank(candidates, alpha=0.6):
    ranking = []
    for text, log_probs in candidates:
        if not len(log_probs):
            raise NoTokens(text)
        value = math.fsum(log_probs) / math.exp(alpha * (math.log(5 + len(log_probs)) - math.log(6)))
        place = len(ranking)
        while place and ranking[place - 1][1] < value:
            place -= 1
        ranking.insert(place, (text, value))
    return ranking
