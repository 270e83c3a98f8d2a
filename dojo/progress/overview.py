"""The log summed up: by topic, by kata, what is weak. Pure arithmetic; the page is `dojo.show.stats`'s."""

from collections.abc import Iterable, Sequence

import msgspec

from dojo.progress.events import Answer, Flag, Judged

ENOUGH = 3  # questions before a topic is called weak: two wrong ones may be bad luck
WEAK_BELOW = 0.8
WEAKEST = 3


class TopicTally(msgspec.Struct, frozen=True):
    """One topic. `share` is the mean score of all answers, `known` that of each question's newest answer (0 to 1)."""

    topic: str
    questions: int
    answers: int
    share: float
    known: float
    last: float


class KataTally(msgspec.Struct, frozen=True):
    """One kata: how often it was judged, the best score, the newest verdict and when."""

    kata: str
    attempts: int
    best: float
    passed: bool
    verdict: str
    last: float


class Overview(msgspec.Struct, frozen=True):
    """What a learner did so far. Skipped questions count nowhere but in `skipped`."""

    questions: int
    answers: int
    skipped: int
    share: float
    seconds: float
    topics: tuple[TopicTally, ...]
    weakest: tuple[TopicTally, ...]
    katas: tuple[KataTally, ...]
    flags: tuple[Flag, ...]

    @property
    def empty(self) -> bool:
        """Whether there is nothing to show."""
        return not (self.answers or self.skipped or self.katas or self.flags)


def overview(answers: Sequence[Answer], flags: Iterable[Flag], verdicts: Iterable[Judged]) -> Overview:
    """Sums up the answers that stand (oldest first), flags and verdicts (oldest first)."""
    given = [answer for answer in answers if answer.outcome != "skipped"]
    # A question may have moved to another topic: all its answers count where it is now.
    topic_of = {answer.question: answer.topic for answer in given}
    by_topic: dict[str, list[Answer]] = {}
    for answer in given:
        by_topic.setdefault(topic_of[answer.question], []).append(answer)
    topics = tuple(_topic(topic, by_topic[topic]) for topic in sorted(by_topic))
    return Overview(
        questions=len(topic_of),
        answers=len(given),
        skipped=len(answers) - len(given),
        share=_mean([answer.score for answer in given]),
        seconds=sum(answer.seconds for answer in answers),
        topics=topics,
        weakest=weakest(topics),
        katas=_katas(verdicts),
        flags=tuple(flags),
    )


def weakest(topics: Iterable[TopicTally]) -> tuple[TopicTally, ...]:
    """The topics to practise first: the least known now among those with enough questions, the worst first.

    Ranked by Laplace's rule of succession, (right + 1)/(questions + 2), so that few questions are not yet a verdict.
    """

    def expected(tally: TopicTally) -> float:
        return (tally.known * tally.questions + 1) / (tally.questions + 2)

    weak = [tally for tally in topics if tally.questions >= ENOUGH and tally.known < WEAK_BELOW]
    return tuple(sorted(weak, key=lambda tally: (expected(tally), tally.topic))[:WEAKEST])


def _topic(topic: str, answers: Sequence[Answer]) -> TopicTally:
    newest = {answer.question: answer.score for answer in answers}
    return TopicTally(
        topic=topic,
        questions=len(newest),
        answers=len(answers),
        share=_mean([answer.score for answer in answers]),
        known=_mean(list(newest.values())),
        last=answers[-1].at,
    )


def _katas(verdicts: Iterable[Judged]) -> tuple[KataTally, ...]:
    by_kata: dict[str, list[Judged]] = {}
    for judged in verdicts:
        by_kata.setdefault(judged.kata, []).append(judged)
    return tuple(
        KataTally(
            kata=kata,
            attempts=len(tries),
            best=max(judged.score for judged in tries),
            passed=any(judged.verdict == "passed" for judged in tries),
            verdict=tries[-1].verdict,
            last=tries[-1].at,
        )
        for kata, tries in sorted(by_kata.items())
    )


def _mean(numbers: Sequence[float]) -> float:
    return sum(numbers) / len(numbers) if numbers else 0.0
