"""One submission being graded: its room, its budget, and a record of what was asked of it.

A room is opened when the first test asks for something and replaced after it was killed. What cannot be loaded is
loaded once: every test then ends the same way at no further cost.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from typing import Annotated, Any

import msgspec
from msgspec.msgpack import Ext

from grader import wire
from grader.catalogue import Kata
from grader.judge.budget import Budget
from grader.judge.handles import Done, Handle
from grader.judge.lending import Loan, use
from grader.judge.link import Link
from grader.judge.outcomes import Mismatch, Raised, RaisedTypeError, RaisedValueError, Stop
from grader.judge.rooms import Room
from grader.judge.showing import CallText, clean
from grader.judge.verdicts import Bilingual, Verdict
from grader.wire.arrays import HANDLE, LENT, WireError
from grader.wire.values import pack

MOST_OBJECTS = 1 << 31  # that a worker may name
LENT_USES = 20_000  # of lent objects, in one test
KNOWN = {"ValueError": RaisedValueError, "TypeError": RaisedTypeError}
CROSSING = Bilingual("what came back cannot leave the program", "返回的东西无法传出程序")


class Grading:
    """The submission `source` of `kata`, in rooms that `open_room` gives."""

    def __init__(self, kata: Kata, source: bytes, open_room: Callable[[], Room]) -> None:
        self.kata = kata
        self.source = source
        self._lines = len(source.splitlines()) + 1
        self.digest = hashlib.sha256(source).digest()
        self.budget = Budget(kata.limits, time.monotonic)
        self.test = ""  # the name of the one under way
        self.calls: list[Done] = []
        self.asking: CallText | None = None  # the call under way, or the last one made
        self.open_room = open_room
        self._link: Link | None = None
        self._cannot_load: Stop | Raised | None = None
        self.requests = 0  # to a worker, so far
        self.lost = (
            False  # whether a worker went away in the middle: then failures say little of what their author thinks
        )
        self.timeouts = 0  # tests that a worker was asked in and that ran into a limit of time
        self._output_left = kata.limits.output << 10  # bytes
        self._loans: list[Loan] = []
        self._uses = 0
        self._serving_loan = False
        self.members: dict[tuple[int, str], Any] = {}  # functions and classes of the modules, once got

    def begin(self, test: str) -> None:
        """The test of that name begins."""
        self.test = test
        self.calls = []
        self.asking = None
        self._uses = 0
        self._loans = []
        if self._link is not None and not self._link.room.alive():
            self.close()
            self.budget.room_gone()
        self.budget.begin()
        if self._link is not None:
            self._link.printed.clear()
            self._link.taken = 0

    def end(self) -> None:
        """A test is over. Raises `Stop` where the worker has sent more than it was asked for."""
        if self._link is not None and self._link.room.alive():
            self._link.quiet()

    def printed(self) -> str:
        """What the submission has printed in this test; of all tests together no more than its limit is given."""
        if self._link is None:
            return ""
        self._link.take_rest()
        kept = self._link.printed[: self._output_left]
        self._output_left -= len(kept)
        return kept.decode("utf-8", "replace")

    def taken(self) -> int:
        """Bytes of frames that came in this test."""
        return 0 if self._link is None else self._link.taken

    def close(self) -> None:
        """Leave nothing behind."""
        if self._link is not None:
            self._link.room.close()
            self._link = None

    def ask(
        self, make: Callable[[int], wire.Message], text: CallText | None = None, given: tuple[Any, Any] = ((), {})
    ) -> Done:
        """Send the request that `make` builds from a number and give what came of it.

        Raises `Raised` for an exception of the submission's, `Stop` for limits, forbidden names and lost workers.
        """
        self.asking = text or self.asking
        link = self.ready()
        value = self._exchange(link, make)
        args, kwargs = given if value.after is None else (tuple(value.after[0]), value.after[1])
        done = Done(
            text or CallText("", (), {}), value.value, args, kwargs, value.warnings, value.grad_enabled,
            self._line(value.line),
        )  # fmt: skip
        if text is not None:
            self.calls.append(done)
        return done

    def pack(self, value: Any) -> Any:
        return pack(value, self._name)

    def ready(self) -> Link:
        """The link to a room in which the submission is loaded. One that died in this test is not replaced in it."""
        if self._cannot_load is not None:
            raise self._cannot_load
        if self.budget.spent():
            raise self.budget.over()
        if self._link is not None:
            return self._link
        self.members.clear()
        self._link = Link(self.open_room(), self.budget, self._named, self.kata.limits.output << 10)
        self.budget.begin(loading=True)
        forbidden, support = list(self.kata.forbidden), self.kata.support
        try:
            self._exchange(
                self._link, lambda number: wire.Load(number, self.kata.slug, self.source, support, forbidden)
            )
        except (Stop, Raised) as error:
            self._cannot_load = error
            raise
        self.budget.begin()
        return self._link

    def _exchange(self, link: Link, make: Callable[[int], wire.Message]) -> wire.Value:
        if self._serving_loan:
            raise TypeError("an object of the submission's cannot be used here")
        self.requests += 1
        message = make(self.requests)
        try:
            return self._converse(link, message)
        except Stop as stop:
            self.lost |= stop.verdict is Verdict.ERROR
            raise
        except (Raised, Mismatch):
            raise
        except BaseException:  # a fault of ours; whatever it was, this room and the judge may be out of step
            link.room.kill()
            raise

    def _converse(self, link: Link, message: wire.Message) -> wire.Value:
        """Send a request and serve what is lent until the answer comes."""
        number = message.id
        link.send(message)
        while True:
            reply = link.receive()
            if reply.id != number:
                link.refuse()
            match reply:
                case wire.LentUse():
                    self._lend(link, reply)
                case wire.Value():
                    return reply
                case wire.Forbidden():
                    raise _forbidden(reply, self._line(reply.line))
                case wire.Raised():
                    raise _raised(reply, self._line(reply.line))

    def _lend(self, link: Link, request: wire.LentUse) -> None:
        self._uses += 1
        if not 0 <= request.lent < len(self._loans) or self._uses > LENT_USES:
            link.refuse()
        started = time.thread_time()
        self._serving_loan = True
        try:
            answer = use(self._loans[request.lent], request, self.pack)
            self._serving_loan = False
            try:
                link.send(answer)
            except WireError as error:  # nothing was sent
                link.send(wire.LentRaised(request.id, "ValueError", str(error)))
        finally:
            self._serving_loan = False
            self.budget.charge(time.thread_time() - started)

    def _line(self, claimed: int | None) -> int | None:
        """A line of the submission, if it is one."""
        return claimed if claimed is not None and 1 <= claimed <= self._lines else None

    def _name(self, value: Any) -> Ext:
        if isinstance(value, Loan):
            if value not in self._loans:
                self._loans.append(value)
            return Ext(LENT, msgspec.msgpack.encode(value.described(self._loans.index(value))))
        number = getattr(type(value), "__number__", None)
        if number is None:
            raise TypeError(f"a suite cannot send a {type(value).__name__}; lend it, or send plain data")
        return Ext(HANDLE, msgspec.msgpack.encode(number(value)))

    def _named(self, code: int, payload: Any) -> Any:
        if code == LENT:
            number = msgspec.convert(payload, int)
            if not 0 <= number < len(self._loans):
                raise ValueError("nothing was lent under that number")
            return self._loans[number]
        number, type_name = msgspec.convert(payload, tuple[Annotated[int, msgspec.Meta(ge=0, le=MOST_OBJECTS)], str])
        return Handle(self, number, clean(type_name, 80))


def _forbidden(reply: wire.Forbidden, line: int | None) -> Stop:
    name = clean(reply.name, 100)
    message = Bilingual(f"`{name}` is forbidden in this kata", f"本题禁止使用 `{name}`")
    return Stop(Verdict.FORBIDDEN, message, line)


def _raised(reply: wire.Raised, line: int | None) -> Exception | Stop:
    if reply.type_name == "WireError":
        return Mismatch(CROSSING, None, clean(reply.text))
    name, text = clean(reply.type_name, 80), clean(reply.text, 600, keep="\n")
    if "MemoryError" in reply.bases:
        message = Bilingual(f"{name}: the memory limit was reached", f"{name}:达到内存上限")
        return Stop(Verdict.MEMORY, message, line)
    kind = next((kind for base, kind in KNOWN.items() if base in reply.bases), Raised)
    return kind(name, text, tuple(reply.bases), line)
