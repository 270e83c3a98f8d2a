"""The worker in the zygote: what it has rehearsed leaves no trace; and the calls that a plan is made of."""

from __future__ import annotations

import errno
import linecache
import os
import socket
import sys
from types import SimpleNamespace

import pytest

from grader import wire
from grader.sandbox import syscalls
from grader.sandbox.rehearsal import NAME, answer, rehearse
from grader.sandbox.worker import begin

decode = wire.decoder(wire.Reply, lambda code, payload: payload)


def ask(worker: SimpleNamespace, judge: socket.socket, message: wire.Message):
    judge.sendall(wire.frame(message, wire.FROM_JUDGE))
    answer(worker)
    return decode(judge.recv(1 << 20)[wire.HEADER.size :])


def test_a_rehearsal_leaves_nothing_behind() -> None:
    judge, ours = socket.socketpair()
    with judge, ours:
        worker = begin(ours)
        finders, modules, lines = list(sys.meta_path), set(sys.modules), set(linecache.cache)
        rehearse(worker, judge)
        assert worker.held == ([None, None], {}, {}, [0, "", []], [])
        assert sys.meta_path == finders
        assert NAME not in modules | set(sys.modules)
        assert set(linecache.cache) == lines


def test_what_is_rehearsed_is_answered_and_not_refused() -> None:
    said = []

    class Listening:
        def __init__(self, channel: socket.socket) -> None:
            self.recv, self._sendall = channel.recv, channel.sendall

        def sendall(self, frame: bytes) -> None:
            said.append(decode(frame[wire.HEADER.size :]))
            self._sendall(frame)

    judge, ours = socket.socketpair()
    with judge, ours:
        rehearse(begin(Listening(ours)), judge)
    raised = [message.text for message in said if not isinstance(message, wire.Value)]
    assert len(said) > 100
    assert set(raised) == {"nothing to scale"}


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("# coding: latin-1\nx = 'é'\n".encode("latin-1"), "encoding iso-8859-1"),
        (b"\n# -*- coding: utf-16 -*-\n", "encoding"),
        (b"x = '\xe9'\n", "line 1 is not UTF-8"),
    ],
)
def test_only_utf_8_is_read(source: bytes, text: str) -> None:
    judge, ours = socket.socketpair()
    with judge, ours:
        reply = ask(begin(ours), judge, wire.Load(1, "strange", source, {}, []))
    assert isinstance(reply, wire.Raised)
    assert reply.type_name == "SyntaxError"
    assert text in reply.text


@pytest.mark.parametrize("source", [b"\xef\xbb\xbfx = 1\n", b"# coding: utf-8\nx = 1\n", b"x = 1  # decoding\n", b""])
def test_utf_8_is_read_however_it_is_declared(source: bytes) -> None:
    judge, ours = socket.socketpair()
    with judge, ours:
        assert isinstance(ask(begin(ours), judge, wire.Load(1, "usual", source, {}, [])), wire.Value)


@pytest.mark.skipif(sys.platform != "linux", reason="system calls of Linux")
def test_calls_end_at_the_first_that_is_refused() -> None:
    done: list[str] = []
    steps = [(done.append, ("first",)), syscalls.landlock_restrict_self(-1), (done.append, ("second",))]
    with pytest.raises(OSError, match="syscall") as caught:
        syscalls.perform(steps)
    assert caught.value.errno in (errno.EBADF, errno.EPERM, errno.ENOSYS, errno.EOPNOTSUPP)
    assert done == ["first"]


@pytest.mark.skipif(sys.platform != "linux", reason="system calls of Linux")
def test_a_call_of_pythons_own_that_fails_ends_them_too() -> None:
    done: list[str] = []
    with pytest.raises(FileNotFoundError):
        syscalls.perform([(os.open, ("/no/such/file", os.O_RDONLY)), (done.append, ("second",))])
    assert done == []
