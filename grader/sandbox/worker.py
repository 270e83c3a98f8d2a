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
from re import escape
from threading import RLock
from types import GeneratorType, SimpleNamespace
from typing import Any
from warnings import catch_warnings, filterwarnings, simplefilter

import msgspec
from msgspec.msgpack import Ext

from grader import wire
from grader.sandbox import kernels, saying
from grader.sandbox.blocks import Blocks
from grader.sandbox.gradients import differentiate, engine
from grader.sandbox.hiding import forget_modules, pointer, signals, tracked, untrack_all, untracked
from grader.sandbox.looking import line_behind
from grader.sandbox.rehearsal import rehearse
from grader.sandbox.saying import Jobs, bounded
from grader.sandbox.source import compiled, module_of
from grader.sandbox.stand_in import StandIn, stand_in
from grader.sandbox.trampoline import hushing, outside, run, use
from grader.wire.arrays import HANDLE, LENT, torch_tools
from grader.wire.values import Lent, pack

LENT_ERRORS = (TypeError, ValueError, KeyError, IndexError, AttributeError, RuntimeError, StopIteration)
KNOWN_ERRORS = {kind.__name__: kind for kind in LENT_ERRORS}
PART = 1 << 16  # bytes received at once
WARNINGS = 100  # that are told of one request
Serve = Callable[[], Any]

REQUEST, FILE, LAST = range(3)

_encode = msgspec.msgpack.Encoder().encode


def prepare(channel: int) -> Serve:
    """As `ready`, by a worker that has rehearsed. The rooms forked from it put their channels at this descriptor."""
    judge, ours = socket.socketpair()
    os.dup2(ours.fileno(), channel, inheritable=False)
    ours.close()
    worker = begin(socket.socket(judge.family, judge.type, judge.proto, channel))
    rehearse(worker, judge)
    judge.close()
    kernels.prepare()
    return hidden(worker)


def ready(channel: int) -> Serve:
    """What answers requests that come over the socket `channel` until the judge closes it."""
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

    No class: every class can be found, and its methods replaced.
    """
    objects: list[Any] = [None, None]  # what the judge holds by number; 0: the submission, 1: the kata's support
    numbers: dict[int, int] = {}
    lent: dict[int, StandIn] = {}
    lent_numbers: dict[int, int] = {}
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
        for held in (numbers, lent, lent_numbers, received, spent, reached):
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
                if not stack and not ticket:
                    os._exit(72)
                if not stack:
                    return None, error, True
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
            yield sending(reply)
            spent.append((request, reply))
            del request, reply
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
            if not well or part == b"":
                os._exit(0)
            received.extend(part or b"")  # None: a rehearsal is over, and nothing was received yet

    def sending(message: wire.Message) -> Jobs:
        yield saying.flushing()
        try:
            frame = wire.frame(message, wire.FROM_WORKER)
        except Exception as error:
            kind = type(error).__name__
            frame = wire.frame(wire.Raised(message.id, kind, bounded(str(error)), [], None), wire.FROM_WORKER)
        well, _ = yield sendall, (frame,), {}
        if not well:
            os._exit(0)

    def answering(request: Any) -> Jobs:
        _, manager = yield catch_warnings, (), {"record": True}
        _, enter = yield getattr, (manager, "__enter__"), {}
        _, heard = yield enter, (), {}
        yield simplefilter, ("always",), {}
        if isinstance(request, wire.Call) and request.refused:
            yield filterwarnings, ("error", f".*{escape(request.refused)}"), {}
        try:
            reply = yield doing(request)
        except Exception as error:  # of ours: what came back can't be packed, or is too deep
            reply = error
        _, leave = yield getattr, (manager, "__exit__"), {}
        yield leave, (None, None, None), {}
        if issubclass(type(reply), BaseException):
            spent.append(reply)
            reply = yield saying.raised(request.id, reply, now[FILE])
        elif heard:
            said = []
            for item in islice(heard, WARNINGS):
                said.append((yield saying.warned(item)))
            reply = msgspec.structs.replace(reply, warnings=said)
        if reached:
            return wire.Forbidden(request.id, bounded(reached[0], saying.NAME_KEPT), getattr(reply, "line", None))
        return reply

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
                    now[LAST] = [objects[request.target], request.args, request.kwargs]
                    for one in (request, now[LAST], request.args, request.kwargs):
                        untracked(one)
                target, args, kwargs = now[LAST]
                _, line = yield line_behind, (target, now[FILE]), {}
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
                spent.append(result)
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
        nothing: Any = None
        return wire.Value(request.id, nothing, None, [], with_grad()) if well else error

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
            return KNOWN_ERRORS.get(reply.type_name, RuntimeError)(reply.text), True
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
    return SimpleNamespace(
        step=step, opened=opened, reset=reset, uses=uses, switches=switches, receive=receive, sendall=sendall,
        held=(objects, numbers, lent, now, reached),
    )  # fmt: skip
