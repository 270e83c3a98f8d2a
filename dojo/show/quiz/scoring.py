"""How the points of an answer were counted, in a sentence, for the kinds that can be partly right."""

from __future__ import annotations

from itertools import combinations

from dojo.marking.answer import MatchAnswer, MultiAnswer, OpenAnswer, OrderAnswer
from dojo.question.kinds import Lang, Multi, Open
from dojo.quiz.session import Result, decimal
from dojo.show.phrases import say


def scoring(result: Result, lang: Lang) -> str:
    """What was found, what was wrong, and how it counts; empty where the answer is simply right or wrong."""
    asked, answer = result.asked, result.answer
    if result.outcome == "right" or answer is None:
        return ""
    points = decimal(result.score)
    if isinstance(answer, MultiAnswer) and isinstance(asked.question, Multi):
        right = [asked.question.options[place].right for place in asked.order]
        found = sum(right[place] for place in answer.places)
        wrong = len(answer.places) - found
        return say(
            "scored_multi", lang, found=found, right=sum(right), ticked=wrong, wrong=len(right) - sum(right),
            score=points,
        )  # fmt: skip
    if isinstance(answer, OrderAnswer):
        places = [asked.order[place] for place in answer.places]
        pairs = list(combinations(places, 2))
        good = sum(first < second for first, second in pairs)
        return say("scored_order", lang, good=good, bad=len(pairs) - good, pairs=len(pairs), score=points)
    if isinstance(answer, MatchAnswer):
        hits = sum(asked.order[place] == left for left, place in enumerate(answer.places))
        pairs_ = len(answer.places)
        chance = f"{pairs_ / len(asked.shown):.2g}"
        return say("scored_match", lang, hits=hits, pairs=pairs_, chance=chance, score=points)
    if isinstance(answer, OpenAnswer) and isinstance(asked.question, Open):
        said, claims = len(set(answer.points)), len(set(answer.claims))
        return say("scored_open", lang, said=said, points=len(asked.question.rubric), claims=claims, score=points)
    return ""
