"""Checks a bank as a whole: the mix of kinds, and keys that stand out over many questions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dojo.bank.compile import Compiled
from dojo.bank.finding import Report
from dojo.question.kinds import AnyQuestion, Boolean, Choice, Kind, Multi

LEAST = 4  # questions before a share says anything
FEW = 3  # of one kind, before their mix says anything
UNLIKELY = 1 / 20
QUICK: tuple[Kind, ...] = ("choice", "boolean")
WORK: tuple[Kind, ...] = ("number", "order", "match", "open")


def lint_whole(bank: Compiled, report: Report) -> None:
    total = len(bank.questions)
    if total < LEAST:
        return
    kinds = Counter(question.kind for question in bank.questions)
    quick, work = sum(kinds[kind] for kind in QUICK), sum(kinds[kind] for kind in WORK)
    if 2 * quick > total:
        report.warning(1, f"{quick} of {total} questions are {' or '.join(QUICK)}; at most half should be")
    if 4 * work < total:
        report.warning(1, f"{work} of {total} questions are {', '.join(WORK)}; at least a quarter should be")
    lint_mix(bank.questions, report)
    choices = [question for question in bank.questions if isinstance(question, Choice)]
    for lang in ("en", "zh"):
        longest = [_key_is_longest(question, lang) for question in choices]
        if chance_of(sum(longest), [1 / len(question.options) for question in choices]) < UNLIKELY:
            message = f"in {lang} the right option is the longest in {sum(longest)} of {len(choices)} choice questions"
            report.warning(1, f"{message}; more often than chance gives")
    fixed = [question for question in choices if not question.shuffle]
    places = Counter(_key_place(question) for question in fixed)
    for place, count in places.items():
        if chance_of(count, [1 / len(question.options) for question in fixed]) < UNLIKELY:
            message = (
                f"the right option is number {place + 1} in {count} of {len(fixed)} questions that keep their order"
            )
            report.warning(1, f"{message}; more often than chance gives")


def lint_mix(questions: Sequence[AnyQuestion], report: Report) -> None:
    """What a learner could guess by: always three right ones, nearly always false."""
    rights = [sum(option.right for option in q.options) for q in questions if isinstance(q, Multi)]
    usual, times = Counter(rights).most_common(1)[0] if rights else (0, 0)
    if len(rights) >= FEW and times > 3 / 4 * len(rights):
        report.warning(1, f"{times} of {len(rights)} multi questions have {usual} right options; vary it from 1 to 4")
    answers = [question.answer for question in questions if isinstance(question, Boolean)]
    if len(answers) >= FEW and not 1 / 4 <= sum(answers) / len(answers) <= 3 / 4:
        report.warning(1, f"{sum(answers)} of {len(answers)} boolean questions are true; about half should be")


def chance_of(hits: int, chances: list[float]) -> float:
    """The probability of at least `hits` successes in independent trials with these chances (Poisson binomial)."""
    ways = [1.0]
    for chance in chances:
        missed = [*(way * (1 - chance) for way in ways), 0.0]
        hit = [0.0, *(way * chance for way in ways)]
        ways = [without + with_it for without, with_it in zip(missed, hit, strict=True)]
    return sum(ways[hits:])


def _key_is_longest(question: Choice, lang: str) -> bool:
    lengths = [len(option.text.en if lang == "en" else option.text.zh) for option in question.options]
    key = lengths[_key_place(question)]
    return key == max(lengths) and lengths.count(key) == 1


def _key_place(question: Choice) -> int:
    return next(place for place, option in enumerate(question.options) if option.right)
