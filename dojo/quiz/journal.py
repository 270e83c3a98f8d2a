"""Keeps a session's answers in the progress log, and keeps the session going where the log can't be written.

What could not be written waits, in order, and is tried again with the next answer; `trouble` says why in a sentence.
The log itself is `dojo.progress`'s.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from msgspec import Struct

from dojo.progress import Flag, Interview, Plan, Planned, Progress, ProgressError, Session

if TYPE_CHECKING:
    from dojo.schedule.replay import Memories

T = TypeVar("T")


class Remembered(Struct, frozen=True):
    """Memory states as of `day`, the interview that is ahead, and the folder of what is derived."""

    memories: Memories
    day: int
    interview: Interview | None
    derived: Path | None


class Journal:
    """The log of one learner, as a session sees it. Without `progress` nothing is kept, and `trouble` says why."""

    def __init__(
        self, progress: Progress | None, trouble: ProgressError | None = None, derived: Path | None = None
    ) -> None:
        self._progress = progress
        self._derived = derived  # the folder for what can be derived from the log again
        self._trouble = trouble
        self._waiting: list[Callable[[Progress], None]] = []
        self._session: int | None = None
        self._begin: Callable[[Progress], None] | None = None
        self._ids: dict[int, int] = {}
        self._next = 0

    def trouble(self, lang: str) -> str | None:
        """Why something is not saved, in one sentence; None where all is."""
        return self._trouble.say(lang) if self._trouble else None

    @property
    def unsaved(self) -> int:
        """How many events wait to be written."""
        return len(self._waiting)

    def begin(self, questions: Sequence[Planned], options: dict[str, Any]) -> None:
        """A new session; it is written with its first answer, since without one there is nothing to go on with."""
        plan = Plan(tuple(questions), options)

        def write(progress: Progress) -> None:
            self._session = progress.begin_session(plan)

        self._begin = write

    def resume(self, session: Session) -> list[int]:
        """Goes on writing to `session`; gives the handles of its answers."""
        self._session = session.id
        handles = []
        for answer in session.answers:
            handle = self._handle()
            self._ids[handle] = answer.id
            handles.append(handle)
        return handles

    def record(self, **answer: Any) -> int:
        """Writes an answer (the keywords of `Progress.record_answer`); gives a handle for `retract`."""
        handle = self._handle()
        if self._begin is not None:
            self._waiting.append(self._begin)
            self._begin = None

        def write(progress: Progress) -> None:
            assert self._session is not None
            self._ids[handle] = progress.record_answer(self._session, **answer)

        self._do(write)
        return handle

    def retract(self, handle: int) -> None:
        """Takes an answer back; one that another terminal took back already is as good as gone."""

        def write(progress: Progress) -> None:
            with suppress(LookupError):
                progress.retract(self._ids[handle])

        self._do(write)

    def flag(self, question: str, note: str) -> None:
        self._do(lambda progress: progress.flag(question, note))

    def unflag(self, question: str) -> None:
        self._do(lambda progress: progress.unflag(question))

    def flagged(self) -> dict[str, str]:
        """Question id -> note, as far as the log can be read."""
        nothing: list[Flag] = []
        return {flag.question: flag.note for flag in self._read(lambda progress: progress.flags(), nothing)}

    def remembered(self) -> Remembered | None:
        """What the learner remembers today; None before the first answer or verdict, without a planned interview."""
        from dojo.schedule.replay import local_day, memories  # not needed where a seed decides

        def derive(progress: Progress) -> Remembered | None:
            day, interview = local_day(progress.now()), progress.interview()
            if interview is not None:
                from dojo.schedule.plan import day_of

                interview = interview if day_of(interview.date) > day else None
            if interview is None and not progress.has_answers() and not progress.has_verdicts():
                return None
            return Remembered(memories(progress, self._derived), day, interview, self._derived)

        return self._read(derive, None)

    def missed(self) -> Iterator[str]:
        """The questions that were missed the last time, the longest ago first, as far as the log can be read."""
        try:
            yield from self._progress.missed() if self._progress else ()
        except ProgressError as error:
            self._trouble = error

    def unfinished(self) -> Session | None:
        return self._read(lambda progress: progress.unfinished(), None)

    def abandon(self, session: Session) -> None:
        """`session` is not offered for resuming any more; its answers stay."""
        self._do(lambda progress: progress.end_session(session.id))

    def end(self) -> None:
        """The session is over. One without an answer was never written."""

        def write(progress: Progress) -> None:
            if self._session is not None:
                progress.end_session(self._session)

        if self._begin is None:
            self._do(write)

    def close(self) -> None:
        """Lets go of the log; what was written stays. What is derived from it is ready for the next start."""
        if self._progress is not None:
            self.remembered()
            self._progress.close()

    def successor(self) -> Journal:
        """The journal of a further session of the same learner."""
        after = Journal(self._progress, self._trouble, self._derived)
        after._waiting = self._waiting
        return after

    def _handle(self) -> int:
        self._next += 1
        return self._next

    def _do(self, write: Callable[[Progress], None]) -> None:
        if self._progress is None:
            return
        self._waiting.append(write)
        try:
            while self._waiting:
                self._waiting[0](self._progress)
                del self._waiting[0]
        except ProgressError as error:
            self._trouble = error
        else:
            self._trouble = None

    def _read(self, read: Callable[[Progress], T], otherwise: T) -> T:
        if self._progress is None:
            return otherwise
        try:
            return read(self._progress)
        except ProgressError as error:
            self._trouble = error
            return otherwise
