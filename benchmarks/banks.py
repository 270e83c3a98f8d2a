"""Banks of any size for the benchmarks of the quiz, and learners with a history: made from the real ones."""

from __future__ import annotations

import os
import random
import re
import shutil
import time
from pathlib import Path

from dojo.bank.bank import open_bank
from dojo.content import content_root
from dojo.progress import FILE_NAME, Plan, open_progress
from dojo.quiz.choose import again

TOPICS = 14  # as many as the syllabus has
QUESTIONS = content_root({}) / "questions"


def real(content: Path) -> Path:
    """The banks as they stand now: their authors may be at work on them."""
    shutil.copytree(QUESTIONS, content / "questions")
    return content


def generated(content: Path, count: int) -> Path:
    """`count` questions in all: the real ones again and again, in all their kinds, under ids of their own."""
    blocks: list[str] = []
    for path in sorted(QUESTIONS.glob("*.yaml")):
        if path.stem != "sources":
            blocks += re.split(r"(?m)^  - id: .*\n", path.read_text(encoding="utf-8"))[1:]
    chance = random.Random(count)
    (content / "questions").mkdir(parents=True)
    shutil.copy(QUESTIONS / "sources.yaml", content / "questions")
    for topic in range(TOPICS):
        name = f"topic_{topic:02}"
        parts = [f'topic: {name}\ntitle: {{en: "Topic {topic}", zh: "主题{topic}"}}\nquestions:\n']
        for number in range(topic, count, TOPICS):
            parts.append(f"  - id: question-{number:05}\n{chance.choice(blocks).rstrip()}\n\n")
        (content / "questions" / f"{name}.yaml").write_text("".join(parts), encoding="utf-8")
    return content


class Learner:
    """A home with finished sessions of ten, `answers` in all, put back as it was before each start."""

    def __init__(self, content: Path, home: Path, answers: int) -> None:
        self.environ = {"DOJO_CONTENT": str(content), "DOJO_HOME": str(home), "DOJO_LANG": "en"}
        entries, chance = open_bank(content, home / "cache" / "banks").entries(), random.Random(answers)
        self._log = home / FILE_NAME
        with open_progress(self._log, time.time) as progress:
            for _ in range(0, answers, 10):
                plan = again([entry.id for entry in chance.sample(entries, 10)], chance.randrange(2**32))
                session = progress.begin_session(Plan(tuple(plan)))
                for planned in plan:
                    right = chance.random() < 0.7
                    progress.record_answer(
                        session, question=planned.question, topic="any", seed=planned.seed, answer={"given": None},
                        outcome="right" if right else "wrong", score=float(right), seconds=9.0,
                    )  # fmt: skip
                progress.end_session(session)
        self._kept = self._log.read_bytes()

    def restore(self) -> None:
        for leftover in self._log.parent.glob(f"{FILE_NAME}-*"):
            leftover.unlink()
        with self._log.open("wb") as log:
            log.write(self._kept)
            log.flush()
            os.fsync(log.fileno())  # else a benchmark of cold starts would find it in memory
