"""Opening 10,000 questions and answering, against Anki's Python backend: python -m benchmarks.anki_backend

Each side does the same in one process that has imported its library: open what was prepared, give the first question or
card, and put one answer on the disk. Ours keeps the answer with SQLite's full synchronisation and derives the schedule
later; Anki schedules at once. Medians of ROUNDS. Needs the package `anki` (extra `dev`).
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from anki.collection import Collection

from benchmarks.banks import generated
from dojo.bank.bank import open_bank
from dojo.progress import FILE_NAME, Plan, Planned, open_progress
from dojo.question.variant import draw

COUNT, ROUNDS, ANSWERS = 10_000, 9, 50


def median(times: list[float]) -> float:
    return statistics.median(times) * 1000


def timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def ours(folder: Path) -> tuple[float, float]:
    """Milliseconds to open and draw one question, and to put an answer on the disk."""
    content, cache = folder / "content", folder / "cache"
    generated(content, COUNT)
    open_bank(content, cache)

    def first() -> None:
        bank = open_bank(content, cache)
        draw(bank.question(bank.entries()[0].id), 1)

    opened = [timed(first) for _ in range(ROUNDS)]
    with open_progress(folder / FILE_NAME, time.time) as progress:
        session = progress.begin_session(Plan((Planned("q", 1),)))

        def answer() -> None:
            progress.record_answer(
                session, question="q", topic="t", seed=1, answer="b", outcome="right", score=1.0, seconds=9.0
            )

        answered = [timed(answer) for _ in range(ANSWERS)]
    return median(opened), median(answered)


def theirs(folder: Path) -> tuple[float, float]:
    """The same by Anki's backend."""
    path = str(folder / "collection.anki2")
    collection = Collection(path)
    notes = collection.models.by_name("Basic")
    assert notes is not None
    for number in range(COUNT):
        note = collection.new_note(notes)
        note["Front"], note["Back"] = f"question {number}", f"answer {number}"
        collection.add_note(note, collection.decks.id("Default") or 1)
    collection.close()
    opened = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        collection = Collection(path)
        collection.sched.getCard()
        opened.append(time.perf_counter() - started)
        collection.close()
    collection = Collection(path)
    answered = []
    for _ in range(min(ANSWERS, 20)):  # a new deck shows 20 new cards a day
        card = collection.sched.getCard()
        if card is None:
            break
        started = time.perf_counter()
        collection.sched.answerCard(card, 3)
        answered.append(time.perf_counter() - started)
    collection.close()
    return median(opened), median(answered)


def main() -> None:
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        mine, anki = ours(Path(one)), theirs(Path(other))
    opened = f"{mine[0]:.1f} ms; anki {anki[0]:.1f} ms ({mine[0] / anki[0]:.2f})"
    print(f"{COUNT:,} questions opened and the first given: {opened}")
    print(f"an answer on the disk: {mine[1]:.2f} ms; anki {anki[1]:.2f} ms ({mine[1] / anki[1]:.2f})")


if __name__ == "__main__":
    main()
