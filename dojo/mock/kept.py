"""A mock interview from the events of the log: taken up again, or as the card that it ended with."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from dojo.bank.bank import Bank
from dojo.drill.clock import Clock
from dojo.mock.interview import Interview, Now, Saved
from dojo.mock.scorecard import Scorecard
from dojo.mock.sections import Outline
from dojo.progress import Judged, Step
from dojo.progress.ledger import Ledger
from dojo.question.kinds import Lang


def resumed(
    bank: Bank,
    katas: Mapping[str, object],
    ledger: Ledger,
    steps: Sequence[Step],
    verdicts: Sequence[Judged],
    lang: Lang,
    wall: Now = time.time,
    tick: Now = time.monotonic,
) -> Interview:
    """The interview of these events, its clock running on; questions and a kata that are gone fall away."""
    begin = steps[0]
    outline = msgspec.convert(begin.body["outline"], Outline)
    if outline.kata is not None and outline.kata[0] not in katas:
        outline = msgspec.structs.replace(outline, kata=None)
    interview = Interview(bank, ledger, outline, Path(begin.body["folder"]), lang, wall, tick)
    interview.number = begin.id
    session = interview.session
    if ledger.progress is not None and begin.session is not None:
        kept = ledger.progress.session(begin.session)
        handles = session.journal.resume(kept)
        pairs = zip(kept.answers, handles, strict=True)
        session.restore((answer, handle) for answer, handle in pairs if bank.entry(answer.question))
    latest = max(_clock_of(step) for step in steps)
    interview.clock = Clock(begin.at, wall, tick, latest)
    for judged in verdicts:
        save = Saved(judged.clock or 0.0, judged.verdict, judged.score, judged.passed, judged.tests)
        interview.saves.append(save)
    for step in steps:
        if step.step == "section" and step.subject is not None:
            interview.began[step.subject] = Clock(step.at, wall, tick, latest - _clock_of(step))
        elif step.step == "coded":
            interview.coded = float(step.body["seconds"])
        elif step.step == "follow_up" and step.subject is not None:
            interview.follow_ups[step.subject] = str(step.body["words"])
        elif step.step == "over":
            interview.ended = _clock_of(step)
        elif step.step == "confirmed" and step.subject is not None:
            interview.confirmed.add(step.subject)
        elif step.step == "note":
            interview.notes.append(str(step.body["words"]))
    return interview


def cards(ledger: Ledger) -> list[Scorecard]:
    """The cards of all interviews that were finished, the oldest first."""
    nothing: list[Step] = []
    found = []
    for step in ledger.read(lambda progress: progress.steps("mock"), nothing):
        if step.step == "end":
            with contextlib.suppress(msgspec.ValidationError):  # of another version
                found.append(msgspec.convert(step.body.get("card"), Scorecard))
    return found


def _clock_of(step: Step) -> float:
    return float(step.body.get("clock") or 0.0)
