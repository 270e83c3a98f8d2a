"""What the log holds, as plain frozen data. Writing and reading it is `log`'s business."""

from typing import Any, Literal, get_args

import msgspec

Sitting = Literal["drill", "mock"]
Outcome = Literal["right", "partly", "wrong", "skipped"]
Kind = Literal["session", "end", "answer", "retract", "flag", "unflag", "verdict", "plan", "drill", "hint", "mock"]

OUTCOMES = frozenset(get_args(Outcome))
KINDS = frozenset(get_args(Kind))


class Planned(msgspec.Struct, frozen=True, array_like=True):
    """A question to be asked, and the seed of its variant (below 2**63)."""

    question: str
    seed: int


class Plan(msgspec.Struct, frozen=True):
    """What a session will ask, in order, and the options that it was begun with."""

    questions: tuple[Planned, ...]
    options: dict[str, Any] = {}


class Answer(msgspec.Struct, frozen=True):
    """An answer as it was given and marked; `id` is its place in the log."""

    id: int
    at: float
    session: int
    question: str
    topic: str
    seed: int
    answer: Any
    outcome: Outcome
    score: float
    seconds: float
    confidence: int | None
    lang: str


class Changes(msgspec.Struct, frozen=True):
    """What came behind some event of the log: standing answers and verdicts, oldest first, and what was taken back.

    A kata that was given up in a drill is among the verdicts, as `skipped`.
    """

    answers: tuple[Answer, ...]
    verdicts: tuple["Judged", ...]
    retracted: tuple[int, ...]
    newest: int
    newest_at: float


class Session(msgspec.Struct, frozen=True):
    """A session with the answers that stand; how far it got is derived from them."""

    id: int
    begun: float
    ended: bool
    plan: Plan
    answers: tuple[Answer, ...]

    @property
    def remaining(self) -> tuple[Planned, ...]:
        """What is planned and not yet answered, in the order of the plan."""
        return tuple(self.plan.questions[index] for index in self._open())

    @property
    def position(self) -> int:
        """The index in the plan of the first unanswered question; the plan's length when there is none."""
        return next(iter(self._open()), len(self.plan.questions))

    def _open(self) -> list[int]:
        answered: dict[tuple[str, int], int] = {}
        for answer in self.answers:
            key = (answer.question, answer.seed)
            answered[key] = answered.get(key, 0) + 1
        still_open = []
        for index, planned in enumerate(self.plan.questions):
            key = (planned.question, planned.seed)
            if answered.get(key, 0):
                answered[key] -= 1
            else:
                still_open.append(index)
        return still_open


class Flag(msgspec.Struct, frozen=True):
    """A question that the learner marked, with the newest note."""

    question: str
    note: str
    at: float


class Interview(msgspec.Struct, frozen=True):
    """The interview that the learner prepares for: its date (ISO 8601), minutes a day, and the role."""

    date: str
    minutes: float
    role: str


class Judged(msgspec.Struct, frozen=True):
    """The verdict on one submission to a kata; `digest` names the code that was judged.

    In a drill or mock (`sitting`) also: hints read so far, seconds on the clock, their share of the par time, and how
    many of the suite's tests passed.
    """

    kata: str
    verdict: str
    score: float
    digest: str
    seconds: float
    at: float
    sitting: int | None = None
    hints: int = 0
    clock: float | None = None
    share: float | None = None
    passed: int = 0
    tests: int = 0


class Step(msgspec.Struct, frozen=True):
    """An event of a drill or a mock interview, or a hint that was read; `body["step"]` says what happened.

    `sitting` is the number of the event that began the drill or mock, None for that event itself; `session` that of the
    session with the answers of a mock, in its beginning.
    """

    id: int
    at: float
    kind: str
    sitting: int | None
    subject: str | None
    session: int | None
    body: dict[str, Any]

    @property
    def step(self) -> str:
        return str(self.body.get("step", ""))
