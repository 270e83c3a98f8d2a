"""`Progress`: writes what a learner did and reads it back. Opening the file is `opening`'s business.

Every method that writes is one transaction and returns once it is on the disk (see `store`). Nothing is ever changed or
deleted; undo appends a retraction.
"""

from collections.abc import Iterator
from typing import Any

import msgspec

from dojo.progress import rows
from dojo.progress.events import (
    OUTCOMES,
    Answer,
    Changes,
    Flag,
    Interview,
    Judged,
    Outcome,
    Plan,
    Session,
    Sitting,
    Step,
)
from dojo.progress.store import Store

# NOT IN is never true beside a NULL.
STANDING = "kind = 'answer' AND seq NOT IN (SELECT target FROM events WHERE kind = 'retract' AND target IS NOT NULL)"
ATTEMPTS = "kind IN ('verdict', 'drill')"
LARGEST_SOURCE = 200_000  # bytes of a submission that is kept
NEWEST = f"SELECT max(seq) FROM events WHERE {STANDING} GROUP BY subject"


class Progress(Store):
    """An open log. Made by `open_progress`; every method may raise `ProgressError` and then has written nothing."""

    # Writing

    def begin_session(self, plan: Plan) -> int:
        """Records what will be asked; the session's number."""
        with self._transaction():
            return self._append("session", body=rows.body_of(plan))

    def end_session(self, session: int) -> None:
        """Finished or given up: `unfinished` no longer offers it."""
        with self._transaction():
            self._require_session(session)
            self._append("end", session=session)

    def record_answer(
        self,
        session: int,
        *,
        question: str,
        topic: str,
        seed: int,
        answer: Any,
        outcome: Outcome,
        score: float,
        seconds: float,
        confidence: int | None = None,
        lang: str = "en",
    ) -> int:
        """Records an answer (anything JSON can hold) and its mark (0 to 1); the answer's number, for `retract`."""
        if outcome not in OUTCOMES:
            raise ValueError(f"unknown outcome {outcome!r}")
        if not 0 <= score <= 1:
            raise ValueError(f"score {score!r} is not between 0 and 1")
        body = rows.body_of(
            {
                "topic": topic,
                "seed": seed,
                "answer": answer,
                "outcome": outcome,
                "score": score,
                "seconds": seconds,
                "confidence": confidence,
                "lang": lang,
            }
        )
        with self._transaction():
            self._require_session(session)
            return self._append("answer", session=session, subject=question, body=body)

    def retract(self, answer: int) -> None:
        """Takes an answer back: it stays in the log and no longer counts. `LookupError` if it does not stand."""
        with self._transaction():
            standing = self._rows(f"{STANDING} AND seq = ?", answer)
            if not standing:
                raise LookupError(f"no answer {answer} to take back")
            self._append("retract", session=standing[0][3], subject=standing[0][4], target=answer)

    def flag(self, question: str, note: str = "") -> None:
        """Marks a question, for instance as unclear; a later note replaces an earlier one."""
        with self._transaction():
            self._append("flag", subject=question, body=rows.body_of({"note": note}))

    def unflag(self, question: str) -> None:
        """Takes the mark away again."""
        with self._transaction():
            self._append("unflag", subject=question)

    def record_verdict(
        self, kata: str, verdict: str, score: float, digest: str, seconds: float, *, sitting: int | None = None,
        hints: int = 0, clock: float | None = None, share: float | None = None, passed: int = 0, tests: int = 0,
        source: bytes | None = None,
    ) -> None:  # fmt: skip
        """Records what the grader said of one submission; see `Judged` for the fields.

        `source` is the code, kept once however often it was judged; none that is no text or very large.
        """
        values = {
            "verdict": verdict, "score": score, "digest": digest, "seconds": seconds, "hints": hints, "clock": clock,
            "share": share, "passed": passed, "tests": tests,
        }  # fmt: skip
        text = source.decode("utf-8", "replace") if source is not None and len(source) <= LARGEST_SOURCE else None
        with self._transaction():
            if text is not None and digest not in self.sources(kata):
                values["source"] = text
            self._append("verdict", session=sitting, subject=kata, body=rows.body_of(values))

    def record_step(self, kind: Sitting, step: str, sitting: int | None = None, subject: str | None = None, *,
                    session: int | None = None, **more: Any) -> int:  # fmt: skip
        """Records a step of a drill or mock; its number, which is that of the sitting where it begins one.

        `session` is that of a mock's answers. `more` must hold no number of an event: a merge changes them.
        """
        with self._transaction():
            body = rows.body_of({"step": step, **more})
            return self._append(kind, session=sitting, subject=subject, target=session, body=body)

    def record_hint(self, kata: str, number: int, sitting: int | None = None) -> None:
        """Records that a hint of a kata was read."""
        with self._transaction():
            self._append("hint", session=sitting, subject=kata, body=rows.body_of({"number": number}))

    def record_interview(self, interview: Interview | None) -> None:
        """Sets what the learner prepares for, in place of what was set before; None: nothing any more."""
        body = rows.body_of(msgspec.to_builtins(interview)) if interview else "{}"
        with self._transaction():
            self._append("plan", body=body)

    # Reading

    def interview(self) -> Interview | None:
        """What the learner prepares for now."""
        newest = "seq = (SELECT max(seq) FROM events WHERE kind = 'plan')"
        return next(iter(self._read(rows.interview_of, newest)), None)

    def answers(self, question: str | None = None) -> list[Answer]:
        """The answers that stand, oldest first; of one question, or of all."""
        if question is None:
            return self._read(rows.answer_of, STANDING)
        return self._read(rows.answer_of, f"{STANDING} AND subject = ?", question)

    def last_answers(self) -> dict[str, Answer]:
        """The newest answer that stands, by question."""
        return {answer.question: answer for answer in self._read(rows.answer_of, f"seq IN ({NEWEST})")}

    def has_answers(self) -> bool:
        """Whether any answer stands."""
        return self._any(STANDING)

    def has_verdicts(self) -> bool:
        """Whether any code was judged."""
        return self._any("kind = 'verdict'")

    def _any(self, where: str) -> bool:
        with self._explained():
            return self._connection.execute(f"SELECT 1 FROM events WHERE {where} LIMIT 1").fetchone() is not None

    def missed(self) -> Iterator[str]:
        """The questions whose newest standing answer is wrong or partly right, the longest ago first.

        Rows are read and decoded as they are asked for: of a long history, a session needs the first few.
        """
        with self._explained():
            query = f"SELECT {rows.COLUMNS} FROM events WHERE seq IN ({NEWEST}) ORDER BY seq"
            for row in self._connection.execute(query):
                answer = rows.answer_of(row)
                if answer.outcome in ("wrong", "partly"):
                    yield answer.question

    def changes(self, after: int) -> Changes:
        """What came behind the event `after` (0: everything), in one read, so that it fits together."""
        with self._explained():
            try:
                self._connection.execute("BEGIN")
                newest = self._connection.execute("SELECT seq, at FROM events ORDER BY seq DESC LIMIT 1").fetchone()
                retractions = self._rows("kind = 'retract' AND seq > ? AND target IS NOT NULL", after)
                return Changes(
                    answers=tuple(self._read(rows.answer_of, f"{STANDING} AND seq > ?", after)),
                    verdicts=tuple(filter(None, self._read(rows.attempt_of, f"{ATTEMPTS} AND seq > ?", after))),
                    retracted=tuple(row[5] for row in retractions if row[5] is not None),
                    newest=newest[0] if newest else 0,
                    newest_at=newest[1] if newest else 0.0,
                )
            finally:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")

    def written_at(self, seq: int) -> float | None:
        """When the event `seq` was written; None where there is none."""
        with self._explained():
            row = self._connection.execute("SELECT at FROM events WHERE seq = ?", (seq,)).fetchone()
            return row[0] if row else None

    def session(self, session: int) -> Session:
        """A session with its standing answers; `LookupError` if there is none of that number."""
        begun = self._read(lambda row: (row[1], rows.plan_of(row)), "seq = ? AND kind = 'session'", session)
        if not begun:
            raise LookupError(f"no session {session}")
        at, plan = begun[0]
        return Session(
            id=session,
            begun=at,
            ended=bool(self._rows("session = ? AND kind = 'end'", session)),
            plan=plan,
            answers=tuple(self._read(rows.answer_of, f"{STANDING} AND session = ?", session)),
        )

    def unfinished(self) -> Session | None:
        """The newest session that was not ended and still has something to ask."""
        open_ones = (
            "kind = 'session' AND seq NOT IN (SELECT session FROM events WHERE kind = 'end' AND session IS NOT NULL)"
        )
        for row in reversed(self._rows(open_ones)):
            session = self.session(row[0])
            if session.remaining:
                return session
        return None

    def flags(self) -> list[Flag]:
        """The marked questions, each with its newest note, in the order in which they were last marked."""
        newest = "seq IN (SELECT max(seq) FROM events WHERE kind IN ('flag', 'unflag') GROUP BY subject)"
        return self._read(rows.flag_of, f"kind = 'flag' AND {newest}")

    def verdicts(self, kata: str | None = None) -> list[Judged]:
        """The verdicts, oldest first; on one kata, or on all."""
        if kata is None:
            return self._read(rows.judged_of, "kind = 'verdict'")
        return self._read(rows.judged_of, "kind = 'verdict' AND subject = ?", kata)

    def sources(self, kata: str) -> dict[str, str]:
        """The code that was submitted to a kata, by digest, oldest first."""
        bodies = [rows.object_of(row[6]) for row in self._rows("kind = 'verdict' AND subject = ?", kata)]
        return {body["digest"]: body["source"] for body in bodies if "source" in body}

    def events(self) -> list[rows.Row]:
        """Every event as the log has it, in order; for a copy of the whole."""
        with self._explained():
            return self._rows("1")

    def verdicts_of(self, sitting: int) -> list[Judged]:
        """The verdicts of a drill or mock, oldest first."""
        return self._read(rows.judged_of, "kind = 'verdict' AND session = ?", sitting)

    def steps(self, kind: Sitting, sitting: int | None = None) -> list[Step]:
        """The steps of a drill or mock, its beginning first; without a number, those of all."""
        if sitting is None:
            return self._read(rows.step_of, "kind = ?", kind)
        return self._read(rows.step_of, "kind = ? AND (seq = ? OR session = ?)", kind, sitting, sitting)

    def hints(self, kata: str, after: int = 0, since: float = 0.0) -> set[int]:
        """The numbers of the hints of a kata that were read behind the event `after` and not before `since`."""
        steps = self._read(rows.step_of, "kind = 'hint' AND subject = ? AND seq > ? AND at >= ?", kata, after, since)
        return {int(step.body.get("number", 0)) for step in steps}
