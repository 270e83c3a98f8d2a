"""`Progress`: writes what a learner did and reads it back. Opening the file is `opening`'s business.

Every method that writes is one transaction and returns once it is on the disk: `synchronous=FULL` has SQLite flush the
write-ahead log at each commit. `NORMAL` would save that flush but lose the newest answers, whose feedback was already
shown, when the power goes. Nothing is ever changed or deleted; undo appends a retraction.
"""

import contextlib
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

import msgspec

from dojo.progress import rows
from dojo.progress.errors import Reason, Sentence, failure, translated
from dojo.progress.events import OUTCOMES, Answer, Changes, Flag, Interview, Judged, Outcome, Plan, Session

T = TypeVar("T")

# NOT IN is never true beside a NULL.
STANDING = "kind = 'answer' AND seq NOT IN (SELECT target FROM events WHERE kind = 'retract' AND target IS NOT NULL)"
NEWEST = f"SELECT max(seq) FROM events WHERE {STANDING} GROUP BY subject"


class Progress:
    """An open log. Made by `open_progress`; every method may raise `ProgressError` and then has written nothing."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        path: Path,
        now: Callable[[], float],
        notices: tuple[Sentence, ...] = (),
    ) -> None:
        self.path = path
        self.notices = notices
        self._connection = connection
        self._now = now

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the file. What was recorded is on disk already, so a failure here loses nothing."""
        with contextlib.suppress(sqlite3.Error):
            self._connection.close()

    def now(self) -> float:
        """Seconds since the epoch, by the clock that the log is written with."""
        return self._now()

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

    def record_verdict(self, kata: str, verdict: str, score: float, digest: str, seconds: float) -> None:
        """Records what the grader said of one submission; `digest` names the submitted code."""
        body = rows.body_of({"verdict": verdict, "score": score, "digest": digest, "seconds": seconds})
        with self._transaction():
            self._append("verdict", subject=kata, body=body)

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
        with self._explained():
            return self._connection.execute(f"SELECT 1 FROM events WHERE {STANDING} LIMIT 1").fetchone() is not None

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
                    verdicts=tuple(self._read(rows.judged_of, "kind = 'verdict' AND seq > ?", after)),
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

    def events(self) -> list[rows.Row]:
        """Every event as the log has it, in order; for a copy of the whole."""
        with self._explained():
            return self._rows("1")

    # The file

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[None]:
        """All or nothing, and on the disk at the end. IMMEDIATE waits for a second process instead of failing late."""
        with self._explained():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            finally:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")

    @contextlib.contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, msgspec.DecodeError, UnicodeDecodeError) as error:
            problem = translated(error, self.path) if isinstance(error, sqlite3.Error) else None
            if problem is None or problem.reason is Reason.DAMAGED:
                suspect(self.path)
                problem = failure(Reason.DAMAGED, self.path)
            raise problem from error

    def _append(
        self,
        kind: str,
        *,
        session: int | None = None,
        subject: str | None = None,
        target: int | None = None,
        body: str = "{}",
    ) -> int:
        cursor = self._connection.execute(
            "INSERT INTO events (at, kind, session, subject, target, body) VALUES (?, ?, ?, ?, ?, ?)",
            (self._now(), kind, session, subject, target, body),
        )
        assert cursor.lastrowid is not None
        return cursor.lastrowid

    def _require_session(self, session: int) -> None:
        if not self._rows("seq = ? AND kind = 'session'", session):
            raise LookupError(f"no session {session}")

    def _rows(self, where: str, *values: object) -> list[rows.Row]:
        with self._explained():
            query = f"SELECT {rows.COLUMNS} FROM events WHERE {where} ORDER BY seq"
            return self._connection.execute(query, values).fetchall()

    def _read(self, reader: Callable[[rows.Row], T], where: str, *values: object) -> list[T]:
        with self._explained():
            return [reader(row) for row in self._rows(where, *values)]


def suspect(path: Path) -> None:
    """Leaves a note beside the file, so that the next opening reads it through before it trusts it."""
    with contextlib.suppress(OSError):
        suspicion(path).touch()


def suspicion(path: Path) -> Path:
    """The note's place."""
    return path.with_name(path.name + ".suspect")
