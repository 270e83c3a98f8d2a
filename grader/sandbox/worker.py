"""The worker: runs one submission inside a room and serves the judge's requests about it.

Nothing here is trusted: the submission shares this process and can change all of it. What it then says about itself is
decoded, checked and compared in the judge. The walls around the process are built before a submission is read.
The worker is a generator. Whatever may run code of the submission it yields as a job, which `trampoline.run` does while
the worker is suspended and on nobody's stack. It calls nothing that a submission can replace: only builtins of its own,
and functions of libraries as they were beforehand. `hiding` says what that is worth.
"""

from __future__ import annotations

import functools
import os
import socket
import sys
from collections.abc import Callable
from itertools import islice
from threading import RLock
from types import GeneratorType, SimpleNamespace
from typing import Any

import msgspec
from msgspec.msgpack import Ext

from grader import wire
from grader.sandbox import kernels, saying
from grader.sandbox.blocks import Blocks
from grader.sandbox.gradients import differentiate, engine
from grader.sandbox.hiding import forget_modules, pointer, signals, tracked, untrack_all, untracked
from grader.sandbox.looking import line_behind, listen
from grader.sandbox.rehearsal import rehearse
from grader.sandbox.saying import Jobs, bounded
from grader.sandbox.source import compiled, module_of
from grader.sandbox.stand_in import StandIn, stand_in
from grader.sandbox.trampoline import exchange, hushing, outside, run, use
from grader.wire.arrays import HANDLE, LENT, torch_tools
from grader.wire.values import Lent, pack

KNOWN = (TypeError, ValueError, KeyError, IndexError, AttributeError, RuntimeError, StopIteration)
LENT_ERRORS = {kind.__name__: kind for kind in KNOWN}
PART = 1 << 16  # bytes received at once
NOTHING: Any = None
WARNINGS = 100  # that are told of one request
HEEDED = (wire.Load, wire.Call, wire.Again, wire.Differentiate)  # requests whose warnings are heard
MOST_SPENT, LARGE = 16, 1 << 16  # objects, and bytes of a reply, after which what was let go of is freed
Serve = Callable[[], Any]

REQUEST, FILE, LAST = range(3)

_encode = msgspec.msgpack.Encoder().encode


def prepare(channel: int) -> Serve:
    """As `ready`, what answers requests over a channel; by a worker that has rehearsed. Rooms put theirs there."""
    judge, ours = socket.socketpair()
    with ours:
        os.dup2(ours.fileno(), channel, inheritable=False)
    worker = begin(socket.socket(judge.family, judge.type, judge.proto, channel))
    rehearse(worker, judge)
    judge.close()
    kernels.prepare()
    return hidden(worker)


def ready(channel: int) -> Serve:
    return hidden(begin(socket.socket(fileno=channel)))


def hidden(worker: SimpleNamespace) -> Serve:
    """What serves, when nothing but function pointers leads to the worker any more."""
    step, opened = pointer(worker.step, 3), pointer(worker.opened, 4)
    worker.uses[0] = functools.partial(use, step, opened, *worker.switches)
    untrack_all(worker, *(sys.modules[name] for name in (__name__, pointer.__module__)))
    forget_modules()
    return functools.partial(run, step, 0, hushing())


def begin(channel: socket.socket) -> SimpleNamespace:
    """A worker that holds nothing yet: `step` for `run`, `opened` for uses of what is lent, `reset` for rehearsals.

    No class, since every class can be found, and its methods replaced.
    """
    objects: list[Any] = [None, None]  # what the judge holds by number; 0: the submission, 1: the kata's support
    numbers: dict[int, int] = {}
    lent: dict[int, StandIn] = {}
    lent_numbers: dict[int, int] = {}
    behind: dict[int, int | None] = {}  # the line behind each object that was called
    running: list[Any] = []  # the worker, and uses of what is lent
    received = bytearray()
    spent: list[Any] = []  # what is let go of in a job, for it may run code of the submission's
    reached: list[str] = []  # forbidden names
    now: list[Any] = [0, "", []]  # the request under way, the submission's file, the last call
    switches = signals()
    lock, backward, torch = RLock(), engine(), torch_tools()
    with_grad: Callable[[], bool] = (lambda: True) if torch is None else torch._C.is_grad_enabled
    receive, sendall = channel.recv, channel.sendall
    uses: list[Any] = []  # what stand-ins call

    def reset() -> None:
        objects[:] = [None, None]
        for held in (numbers, lent, lent_numbers, behind, received, spent, reached):
            held.clear()
        now[:] = [0, "", []]

    def step(ticket: int, well: bool, value: Any) -> tuple[Any, Any, Any]:
        stack = running[ticket]
        sent: Any = (well, value)
        resume = stack[-1].send
        while True:
            try:
                job = resume(sent)
                if type(job) is not GeneratorType:
                    return job  # type: ignore[no-any-return]
                stack.append(untracked(job))  # one worker's part that is done by another
                sent, resume = None, job.send
            except StopIteration as end:
                tracked(stack.pop())
                if not stack:
                    return None, *end.value
                sent, resume = end.value, stack[-1].send
            except BaseException as error:
                tracked(stack.pop())
                error.__context__ = error.__cause__ = None
                error.with_traceback(None)
                if not stack:
                    return (None, error, True) if ticket else os._exit(72)
                sent, resume = error, stack[-1].throw

    def opened(number: int, name: str, args: Any, kwargs: Any) -> int:
        made = untracked(using(number, name, args, kwargs))
        next(made)
        with lock:
            running.append(untracked([made]))
            return len(running) - 1

    def serving() -> Jobs:
        yield
        while True:
            request = yield receiving()
            now[REQUEST] = request.id
            reply = yield answering(request)
            size = yield sending(reply, True)
            spent.append(getattr(request, "args", None))
            full = len(spent) > MOST_SPENT or size > LARGE or isinstance(reply, wire.Raised)  # with all its frames
            del request, reply
            if full:
                yield spent.clear, (), {}

    def receiving() -> Jobs:
        while True:
            if len(received) >= wire.HEADER.size:
                end = wire.HEADER.size + wire.HEADER.unpack_from(received)[0]
                if len(received) >= end:
                    body = bytes(received[wire.HEADER.size : end])
                    del received[:end]
                    return decode(body)
            well, part = yield receive, (PART,), {}
            take(well, part)  # None: a rehearsal is over, and nothing was received yet

    def sending(message: wire.Message, on: bool = False) -> Jobs:
        """Send a message, and where it goes on after it receive what comes then. Gives the size of what was sent."""
        if not saying.flushed():
            yield saying.flushing()
        try:
            frame = wire.frame(message, wire.FROM_WORKER)
        except Exception as error:
            fault = wire.Raised(message.id, type(error).__name__, bounded(str(error)), [], None)
            frame = wire.frame(fault, wire.FROM_WORKER)
        well, part = yield exchange, (sendall, frame, receive, PART if on else 0), {}
        take(well, part if on else None)
        return len(frame)

    def take(well: bool, part: bytes | None) -> None:
        if not well or part == b"":
            os._exit(0)
        received.extend(part or b"")

    def answering(request: Any) -> Jobs:
        heard, leave = [], None
        if isinstance(request, HEEDED):
            well, begun = yield listen, (request.refused if isinstance(request, wire.Call) else "",), {}
            leave, heard = begun if well else (None, [])
        try:
            reply = yield doing(request)
        except Exception as error:  # of ours: what came back can't be packed, or is too deep
            reply = error
        if leave is not None:
            yield leave, (None, None, None), {}
        if issubclass(type(reply), BaseException):
            spent.append(reply)
            reply = yield saying.raised(request.id, reply, now[FILE])
        elif heard:
            said = []
            for item in islice(heard, WARNINGS):
                said.append((yield saying.warned(item)))
            reply = msgspec.structs.replace(reply, warnings=said)
        if not reached:
            return reply
        return wire.Forbidden(request.id, bounded(reached[0], saying.NAME_KEPT), getattr(reply, "line", None))

    def doing(request: Any) -> Jobs:
        """A `Value`, or the exception that came instead."""
        value: Any
        after, line = None, None
        match request:
            case wire.Load():
                return (yield loading(request))
            case wire.Call() | wire.Again():
                spent.append(now[LAST])
                if isinstance(request, wire.Call):
                    now[LAST] = untracked([objects[request.target], request.args, request.kwargs])
                    _ = [untracked(one) for one in (request, request.args, request.kwargs)]
                target, args, kwargs = now[LAST]
                if id(target) not in behind:  # what is called is held, so its number is its own
                    _, behind[id(target)] = yield line_behind, (target, now[FILE]), {}
                line = behind[id(target)]
                before = _encode(given(args, kwargs))
                well, result = yield outside, (*switches, target, args, kwargs), {}
                if not well:
                    return result
                spent.append(result)
                # An instance of a class stays here, even where it could cross as the dict or tuple that it extends.
                value = keep(result) if issubclass(type(target), type) else pack(result, keep)
                afterwards = given(args, kwargs)
                after = afterwards if _encode(afterwards) != before else None
            case wire.Differentiate():
                target = objects[request.target]
                _, line = yield line_behind, (target, now[FILE]), {}
                well, result = yield differentiate(target, request, backward, switches)
                if not well:
                    return result
                value = pack(result, keep)
            case wire.Box():
                value = keep(request.value)
            case wire.Unbox():
                value = pack(objects[request.target], keep)
            case _:
                well, result = yield saying.looked_at(objects[request.target], request)
                if not well:
                    return result
                spent.append(result)
                value = [pack(one, keep) for one in result] if isinstance(request, wire.Iterate) else pack(result, keep)
        return wire.Value(request.id, value, after, [], with_grad(), line)

    def loading(request: wire.Load) -> Jobs:
        now[FILE] = f"{request.name}.py"
        for name, source in request.support.items():
            objects[1] = module_of(name, f"{name}.py")
            code = compile(source, f"{name}.py", "exec", dont_inherit=True)
            well, error = yield outside, (*switches, exec, (code, objects[1].__dict__), {}), {}
            if not well:
                return error
        code = compiled(request.source, now[FILE])
        if request.forbidden:
            Blocks(request.forbidden, reached).install()
        objects[0] = module_of(request.name, now[FILE])
        well, error = yield outside, (*switches, exec, (code, objects[0].__dict__), {}), {}
        return wire.Value(request.id, NOTHING, None, [], with_grad()) if well else error

    def using(number: int, name: str, args: tuple[Any, ...] | None, kwargs: dict[str, Any]) -> Jobs:
        yield
        packed = None if args is None else [pack(item, keep) for item in args]
        named = {bounded(key): pack(value, keep) for key, value in kwargs.items()}
        enabled = with_grad()
        with lock:
            message = wire.LentUse(now[REQUEST], number, bounded(name), packed, named, enabled)
            yield sending(message)
            reply = yield receiving()
        if isinstance(reply, wire.LentRaised):
            return LENT_ERRORS.get(reply.type_name, RuntimeError)(reply.text), True
        return reply.value, False

    def given(args: Any, kwargs: Any) -> tuple[list[Any], dict[str, Any]]:
        return [pack(one, keep) for one in args], {key: pack(one, keep) for key, one in kwargs.items()}

    def keep(value: Any) -> Ext:
        number = lent_numbers.get(id(value), -1)
        if lent.get(number) is value:
            return Ext(LENT, _encode(number))
        if id(value) not in numbers:
            numbers[id(value)] = len(objects)
            objects.append(value)
        return Ext(HANDLE, _encode([numbers[id(value)], saying.name_of(type(value))]))

    def named(code: int, payload: Any) -> Any:
        if code == HANDLE:
            return objects[payload]
        names = (tuple(payload[kind]) for kind in ("methods", "attributes"))
        described = Lent(payload["number"], payload["type_name"], *names)
        if described.number not in lent:
            lent[described.number] = made = stand_in(described, uses[0])
            lent_numbers[id(made)] = described.number
        return lent[described.number]

    decode = wire.decoder(wire.Request, named)
    uses.append(functools.partial(use, step, opened, *switches))
    running.append([serving()])
    next(running[0][0])
    parts = {"step": step, "opened": opened, "reset": reset, "uses": uses, "switches": switches, "sendall": sendall}
    return SimpleNamespace(**parts, held=(objects, numbers, lent, now, reached))
