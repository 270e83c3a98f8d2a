"""Reads single keys and always restores the terminal: after Ctrl-C, Ctrl-Z, a kill, a hang-up.

On POSIX the terminal is put into character mode and signals arrive through a pipe beside the keys, so that none
interrupts the recording of an answer. On Windows keys are polled. What to draw is the business of the callers:
they give `enter` and `leave`, called whenever the screen is taken or given back.
"""

from __future__ import annotations

import codecs
import contextlib
import os
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from types import FrameType
from typing import Any, Protocol

from dojo.show.terminal.keys import RESIZED, KeyParser, Press

_ALONE = 0.05  # seconds after which an escape is a key of its own and not the head of a sequence
_POLL = 0.02


class Stopped(Exception):
    """The session was ended from outside; `status` is the exit status that says so."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


class Keyboard(Protocol):
    def __enter__(self) -> Keyboard: ...

    def __exit__(self, *exc: object) -> None: ...

    def read(self, timeout: float | None) -> Press | None:
        """The next press; None after `timeout` seconds or `wake`. KeyboardInterrupt on Ctrl-C, `Stopped` if killed."""

    def wake(self) -> None:
        """From any thread: let `read` return."""

    def lent(self) -> AbstractContextManager[None]:
        """The terminal as it was before, for another program that runs in it meanwhile."""


def open_keyboard(enter: Callable[[], None], leave: Callable[[], None]) -> Keyboard:
    """The keyboard of standard input."""
    if sys.platform == "win32":
        return _WindowsKeyboard(enter, leave)
    else:  # noqa: RET505  # mypy leaves out the other platform's half only in an else
        return _PosixKeyboard(sys.stdin.fileno(), enter, leave)


if sys.platform != "win32":
    import select
    import signal
    import termios

    class _PosixKeyboard:
        def __init__(self, fd: int, enter: Callable[[], None], leave: Callable[[], None]) -> None:
            self._fd = fd
            self._enter, self._leave = enter, leave
            self._parser = KeyParser()
            self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
            self._presses: deque[Press] = deque()
            self._signals: list[int] = []
            self._wake: tuple[int, int] = (-1, -1)
            self._old_wake = -1
            self._old_handlers: dict[int, object] = {}
            self._woken = False
            self._before: list[Any] = []

        def __enter__(self) -> _PosixKeyboard:
            self._before = termios.tcgetattr(self._fd)
            self._wake = os.pipe()
            for end in self._wake:
                os.set_blocking(end, False)
            self._old_wake = signal.set_wakeup_fd(self._wake[1], warn_on_full_buffer=False)
            for number in _SIGNALS:
                self._old_handlers[number] = signal.signal(number, self._note)
            self._take()
            return self

        def __exit__(self, *exc: object) -> None:
            try:
                self._give_back()
            finally:
                for number, handler in self._old_handlers.items():
                    signal.signal(number, handler)  # type: ignore[arg-type]  # what signal.signal itself gave
                signal.set_wakeup_fd(self._old_wake)
                for end in self._wake:
                    os.close(end)

        def read(self, timeout: float | None) -> Press | None:
            until = None if timeout is None else time.monotonic() + timeout
            while True:
                if self._signals:
                    return self._obey(self._signals.pop(0))
                if self._presses:
                    return self._presses.popleft()
                if self._woken:
                    self._woken = False
                    return None
                left = None if until is None else max(until - time.monotonic(), 0.0)
                # an interrupted paste is given up only after a second, since its rest may be on its way
                short = self._parser.waiting and (1.0 if self._parser.pasting else _ALONE)
                patience = left if not short else min(short, left) if left is not None else short
                ready, _, _ = select.select([self._fd, self._wake[0]], [], [], patience)
                if self._wake[0] in ready:
                    _drain(self._wake[0])
                if self._fd in ready:
                    self._receive()
                elif not ready and short:
                    self._presses.extend(self._parser.flush())
                elif not ready and until is not None:
                    return None

        def wake(self) -> None:
            self._woken = True
            with contextlib.suppress(OSError):  # full, so it wakes anyway; or closed
                os.write(self._wake[1], b"\0")

        @contextlib.contextmanager
        def lent(self) -> Iterator[None]:
            self._give_back()
            stop = signal.signal(signal.SIGTSTP, signal.SIG_DFL)  # both programs stop and go on together
            interrupt = signal.signal(signal.SIGINT, lambda *_: None)  # Ctrl-C is the other program's
            try:
                yield
            finally:
                signal.signal(signal.SIGTSTP, stop)
                signal.signal(signal.SIGINT, interrupt)
                self._signals = [number for number in self._signals if number in (signal.SIGTERM, signal.SIGHUP)]
                with contextlib.suppress(termios.error):  # the terminal is gone; the signal says so
                    self._take()

        def _receive(self) -> None:
            try:
                received = os.read(self._fd, 65536)
            except OSError:
                received = b""
            if not received:
                raise Stopped(128 + signal.SIGHUP)
            self._presses.extend(self._parser.feed(self._decoder.decode(received)))

        def _note(self, number: int, frame: FrameType | None) -> None:
            if number == signal.SIGINT and number in self._signals:
                raise KeyboardInterrupt  # the second one in a row: the first had no effect
            self._signals.append(number)

        def _obey(self, number: int) -> Press:
            if number == signal.SIGINT:
                raise KeyboardInterrupt
            if number in (signal.SIGTERM, signal.SIGHUP):
                raise Stopped(128 + number)
            if number == signal.SIGTSTP:
                self._give_back()
                signal.signal(signal.SIGTSTP, signal.SIG_DFL)
                os.kill(os.getpid(), signal.SIGTSTP)  # sleeps here until the shell wakes it
                signal.signal(signal.SIGTSTP, self._note)
                self._signals = [other for other in self._signals if other != signal.SIGCONT]
                self._take()
            elif number == signal.SIGCONT:
                self._take()
            return RESIZED

        def _take(self) -> None:
            mode = termios.tcgetattr(self._fd)
            mode[0] &= ~(termios.IXON | termios.ISTRIP)
            mode[3] &= ~(termios.ICANON | termios.ECHO | termios.IEXTEN)
            mode[6] = list(mode[6])
            mode[6][termios.VMIN], mode[6][termios.VTIME] = 1, 0
            mode[6][termios.VQUIT] = b"\x00"
            termios.tcsetattr(self._fd, termios.TCSADRAIN, mode)
            self._enter()

        def _give_back(self) -> None:
            try:
                self._leave()
            finally:
                with contextlib.suppress(termios.error):  # the terminal is gone, and with it what there was to restore
                    termios.tcsetattr(self._fd, termios.TCSAFLUSH, self._before)

    _SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGTSTP, signal.SIGCONT, signal.SIGWINCH)

    def _drain(fd: int) -> None:
        with contextlib.suppress(BlockingIOError):
            while os.read(fd, 512):
                pass

else:
    import msvcrt

    _SCAN = {"H": "up", "P": "down", "K": "left", "M": "right", "G": "home", "O": "end", "I": "pgup", "Q": "pgdn",
             "S": "delete", ";": "f1"}  # fmt: skip

    class _WindowsKeyboard:
        def __init__(self, enter: Callable[[], None], leave: Callable[[], None]) -> None:
            self._enter, self._leave = enter, leave
            self._parser = KeyParser()
            self._presses: deque[Press] = deque()
            self._size = os.get_terminal_size()
            self._woken = False

        def __enter__(self) -> _WindowsKeyboard:
            os.system("")  # makes the console obey escape sequences
            self._enter()
            return self

        def __exit__(self, *exc: object) -> None:
            self._leave()

        def read(self, timeout: float | None) -> Press | None:
            until = None if timeout is None else time.monotonic() + timeout
            while not self._presses:
                if msvcrt.kbhit():
                    self._receive(msvcrt.getwch())
                elif (size := os.get_terminal_size()) != self._size:
                    self._size = size
                    return RESIZED
                elif self._woken or (until is not None and time.monotonic() >= until):
                    self._woken = False
                    return None
                else:
                    time.sleep(_POLL)
            return self._presses.popleft()

        def wake(self) -> None:
            self._woken = True

        @contextlib.contextmanager
        def lent(self) -> Iterator[None]:
            self._leave()
            try:
                yield
            finally:
                self._enter()

        def _receive(self, character: str) -> None:
            if character == "\x03":
                raise KeyboardInterrupt
            if character in "\x00\xe0":
                self._presses.append(Press(_SCAN.get(msvcrt.getwch(), "")))
            else:
                self._presses.extend(self._parser.feed(character) or self._parser.flush())
