"""The worker: runs one submission inside a room and serves the judge's requests about it.

Nothing here is trusted: the submission shares this process and can change all of it. What it then says about itself is
decoded, checked and compared in the judge. The walls around the process are built before `serve` is called.
"""

from __future__ import annotations

import io
import linecache
import os
import socket
import sys
import threading
import tokenize
import warnings
from collections.abc import Callable
from types import CodeType, ModuleType, TracebackType
from typing import Any, NoReturn

import msgspec
from msgspec.msgpack import Ext

from grader import wire
from grader.sandbox import kernels
from grader.sandbox.blocks import Blocks
from grader.sandbox.gradients import differentiate
from grader.sandbox.rehearsal import rehearse
from grader.sandbox.stand_in import StandIn, stand_in
from grader.wire.arrays import HANDLE, LENT, WireError
from grader.wire.values import Lent, pack

TEXT_KEPT = 4000  # characters of an exception's text
LENT_ERRORS = (TypeError, ValueError, KeyError, IndexError, AttributeError, RuntimeError, StopIteration)


def prepare(channel: int) -> Callable[[int], NoReturn]:
    """As `serve`, by a worker that has rehearsed. The rooms forked from it put their channels at this descriptor."""
    judge, ours = socket.socketpair()
    os.dup2(ours.fileno(), channel, inheritable=False)
    ours.close()
    worker = Worker(socket.socket(judge.family, judge.type, judge.proto, channel))
    rehearse(worker, judge)
    judge.close()
    kernels.prepare()
    return lambda _: worker.serve()


def serve(channel: int) -> NoReturn:
    """Answer requests that come over the socket `channel` until the judge closes it."""
    Worker(socket.socket(fileno=channel)).serve()


class Worker:
    """The state of one room: the submission's objects that the judge holds by number, and what the judge lends."""

    def __init__(self, channel: socket.socket) -> None:
        self.channel = channel
        self.lock = threading.RLock()
        self.decode = wire.decoder(wire.Request, self._named)
        self.begin()

    def begin(self) -> None:
        """Hold nothing."""
        self.objects: list[Any] = [None, None]  # 0: the submission's module, 1: the kata's support module
        self.numbers: dict[int, int] = {}
        self.lent: dict[int, StandIn] = {}
        self.blocks = Blocks(())
        self.filename = ""
        self.request = 0

    def serve(self) -> NoReturn:
        """Answer requests until the judge closes the channel."""
        while True:
            self.answer(self.receive())

    def receive(self) -> Any:
        (size,) = wire.HEADER.unpack(self._read(wire.HEADER.size))
        return self.decode(self._read(size))

    def send(self, message: wire.Message) -> None:
        for stream in (sys.stdout, sys.stderr):
            try:
                stream.flush()
            except Exception:
                continue  # the submission may have replaced or closed it; then what it held is lost, and only that
        self.channel.sendall(wire.frame(message, wire.FROM_WORKER))

    def answer(self, request: Any) -> None:
        """Do what is asked and send what came of it."""
        self.request = request.id
        try:
            reply = self._do(request)
        except BaseException as error:  # whatever a submission raises is an answer, SystemExit too
            reply = self._raised(error)
        if self.blocks.reached:
            reply = wire.Forbidden(request.id, self.blocks.reached, getattr(reply, "line", None))
        try:
            self.send(reply)
        except WireError as error:
            self.send(wire.Raised(request.id, "WireError", str(error), [], None))

    def use(self, number: int, name: str, args: tuple[Any, ...] | None, kwargs: dict[str, Any]) -> Any:
        """Use a lent object: ask the judge and wait."""
        packed = None if args is None else [self._pack(item) for item in args]
        with self.lock:
            named = {key: self._pack(value) for key, value in kwargs.items()}
            self.send(wire.LentUse(self.request, number, name, packed, named, _grad_enabled()))
            reply = self.receive()
        if isinstance(reply, wire.LentRaised):
            known = {kind.__name__: kind for kind in LENT_ERRORS}
            raise known.get(reply.type_name, RuntimeError)(reply.text)
        return reply.value

    def _do(self, request: Any) -> wire.Message:
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            after, line = None, None
            match request:
                case wire.Load():
                    self._load(request)
                    value: Any = None
                case wire.Get():
                    value = self._pack(getattr(self.objects[request.target], request.name))
                case wire.Call():
                    target = self.objects[request.target]
                    line = _definition(target, self.filename)
                    before = msgspec.msgpack.encode(self._given(request))
                    result = target(*request.args, **request.kwargs)
                    # An instance of a class stays here, even where it could cross as the dict or tuple that it extends.
                    value = self._keep(result) if isinstance(target, type) else self._pack(result)
                    afterwards = self._given(request)
                    after = afterwards if msgspec.msgpack.encode(afterwards) != before else None
                case wire.Differentiate():
                    line = _definition(self.objects[request.target], self.filename)
                    value = self._pack(differentiate(self.objects[request.target], request))
                case _:
                    value = self._look(request)
        said = [f"{item.category.__name__}: {item.message}"[:TEXT_KEPT] for item in caught[:100]]
        return wire.Value(request.id, value, after, said, _grad_enabled(), line)

    def _look(self, request: Any) -> Any:
        match request:
            case wire.Index():
                return self._pack(self.objects[request.target][request.key])
            case wire.Length():
                return len(self.objects[request.target])
            case wire.Iterate():
                items = iter(self.objects[request.target])
                return [self._pack(item) for item, _ in zip(items, range(request.limit), strict=False)]
            case wire.Box():
                return self._keep(request.value)
            case wire.Unbox():
                return self._pack(self.objects[request.target])
        raise WireError("a request that a worker does not know")

    def _load(self, request: wire.Load) -> None:
        self.filename = f"{request.name}.py"
        for name, source in request.support.items():
            self.objects[1] = _run(name, f"{name}.py", compile(source, f"{name}.py", "exec", dont_inherit=True))
        code = _compiled(request.source, self.filename)
        if request.forbidden:
            self.blocks = Blocks(request.forbidden)
            self.blocks.install()
        self.objects[0] = _run(request.name, self.filename, code)

    def _raised(self, error: BaseException) -> wire.Raised:
        lines = _lines(error.__traceback__, self.filename)
        line = lines[-1] if lines else None
        if isinstance(error, SyntaxError) and os.path.basename(str(error.filename)) == self.filename:
            line = error.lineno
        bases = [base.__name__ for base in type(error).__mro__ if base.__module__ == "builtins"]
        return wire.Raised(self.request, type(error).__name__[:200], _text(error), bases, line, lines[-20:])

    def _given(self, request: wire.Call) -> tuple[list[Any], dict[str, Any]]:
        args = [self._pack(item) for item in request.args]
        return args, {key: self._pack(item) for key, item in request.kwargs.items()}

    def _pack(self, value: Any) -> Any:
        return pack(value, self._keep)

    def _keep(self, value: Any) -> Ext:
        if isinstance(value, StandIn):
            return Ext(LENT, msgspec.msgpack.encode(value._lent.number))
        if id(value) not in self.numbers:
            self.numbers[id(value)] = len(self.objects)
            self.objects.append(value)
        return Ext(HANDLE, msgspec.msgpack.encode([self.numbers[id(value)], type(value).__name__[:100]]))

    def _named(self, code: int, payload: Any) -> Any:
        if code == HANDLE:
            return self.objects[payload]
        lent = msgspec.convert(payload, Lent)
        if lent.number not in self.lent:
            self.lent[lent.number] = stand_in(lent, self.use)
        return self.lent[lent.number]

    def _read(self, size: int) -> bytes:
        data = bytearray()
        while len(data) < size:
            part = self.channel.recv(min(size - len(data), 1 << 20))
            if not part:
                os._exit(0)
            data += part
        return bytes(data)


def _compiled(source: bytes, filename: str) -> CodeType:
    """The code of a submission's bytes: UTF-8 only, so that what is read is what runs."""
    if any(b"coding" in line for line in source.split(b"\n", 2)[:2]):  # else there is no declaration to look for
        encoding, _ = tokenize.detect_encoding(io.BytesIO(source).readline)
        if encoding not in ("utf-8", "utf-8-sig"):
            raise SyntaxError(f"the file declares the encoding {encoding}; only UTF-8 is read")
    try:
        text = source.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = source.count(b"\n", 0, error.start) + 1
        raise SyntaxError(f"line {line} is not UTF-8", (filename, line, None, None)) from None
    linecache.cache[filename] = (len(text), None, text.splitlines(keepends=True), filename)
    try:
        return compile(text, filename, "exec", dont_inherit=True)
    except (MemoryError, RecursionError):
        raise SyntaxError("the file is nested too deep to be compiled") from None


def _run(name: str, filename: str, code: CodeType) -> ModuleType:
    module = ModuleType(name)
    module.__file__ = filename
    sys.modules[name] = module  # dataclasses and pickle look a class's module up while it is still being executed
    exec(code, module.__dict__)
    return module


def _definition(target: Any, filename: str) -> int | None:
    """The line on which what is called is defined, if that is in the submission."""
    kind, made = type(target), isinstance(target, type)
    names = (target, getattr(kind, "forward", None), getattr(kind, "__call__", None))  # noqa: B004  # its code is wanted
    for function in (getattr(target, "__init__", None),) if made else names:
        code = getattr(getattr(function, "__wrapped__", function), "__code__", None)
        if isinstance(code, CodeType) and code.co_filename == filename:
            return code.co_firstlineno
    return None


def _lines(traceback: TracebackType | None, filename: str) -> list[int]:
    lines = []
    while traceback is not None:
        if traceback.tb_frame.f_code.co_filename == filename:
            lines.append(traceback.tb_lineno)
        traceback = traceback.tb_next
    return lines


def _text(error: BaseException) -> str:
    try:
        return str(error)[:TEXT_KEPT]
    except BaseException as second:  # an exception whose own text raises is still only an answer
        return f"<{type(error).__name__} whose text raises {type(second).__name__}>"[:TEXT_KEPT]


def _grad_enabled() -> bool:
    torch: Any = sys.modules.get("torch")
    check: Callable[[], bool] | None = getattr(torch, "__dict__", {}).get("is_grad_enabled")
    return bool(check()) if check is not None else True
