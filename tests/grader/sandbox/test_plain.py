"""Tier plain: no walls, for one's own code. Limits hold, and what a room started ends with it."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from grader.judge.rooms import Room, RoomLimits, Rooms
from grader.sandbox.tiers import Tier

MIB = 1 << 20
DAEMON = """
import os, time
reader, writer = os.pipe()
if os.fork() == 0:
    os.setsid()
    if os.fork():
        os._exit(0)
    os.write(writer, str(os.getpid()).encode())
    while True:
        time.sleep(1)
answer = int(os.read(reader, 20))"""


@pytest.fixture(scope="module")
def rooms(stand: Path) -> Iterator[Rooms]:
    with Rooms(Tier.PLAIN, worker="roomtalk", paths=[stand]) as rooms:
        yield rooms


@pytest.fixture
def room(rooms: Rooms) -> Iterator[Room]:
    room = rooms.open(RoomLimits(memory=200 * MIB, tmp=4 * MIB, files=60, cpu=2))
    yield room
    room.close()


def test_a_daemon_ends_with_its_room(room: Room, ask) -> None:
    daemon = int(ask(room, DAEMON))
    assert _runs(daemon)
    room.kill()
    assert not _runs(daemon)


def test_a_child_ends_with_its_room(room: Room, ask) -> None:
    child = int(ask(room, "import subprocess; answer = subprocess.Popen(['sleep', '60']).pid"))
    assert _runs(child)
    room.kill()
    assert not _runs(child)


def test_the_end_of_one_room_leaves_the_other_alone(rooms: Rooms, room: Room, ask) -> None:
    other = rooms.open(RoomLimits())
    room.kill()
    assert ask(other, "answer = 1") == "1"
    other.close()


def test_its_limits_hold(room: Room, ask) -> None:
    assert ask(room, "x = bytearray(300 << 20)").startswith("MemoryError")
    assert ask(room, "open('x', 'wb').write(b'x' * (5 << 20))").startswith("OSError: [Errno 27]")
    assert ask(room, "import os\nfor _ in range(100): os.dup(1)").startswith("OSError: [Errno 24]")
    with pytest.raises(EOFError):
        ask(room, "while True: pass")
    assert room.kill() == -9


def test_it_starts_in_a_folder_of_its_own_that_goes_with_it(room: Room, ask) -> None:
    folder = Path(eval(ask(room, "import os, tempfile; answer = os.getcwd()")))
    assert ask(room, "answer = tempfile.gettempdir() == os.getcwd()") == "True"
    assert folder.is_dir()
    room.kill()
    assert not folder.exists()


@pytest.mark.parametrize(
    "code",
    [
        "import os\nfor n in range(10 ** 6): os.makedirs(f'{n}/a/b/c')",
        "import os\nfor n in range(10 ** 6): os.mkdir('deeper'); os.chdir('deeper')",
        "import time\nfor n in range(200): open(str(n), 'wb').write(b'x' * (1 << 20)); time.sleep(0.01)",
    ],
    ids=["many", "deep", "large"],
)
def test_what_it_leaves_in_its_folder_is_bounded_and_soon_removed(room: Room, ask, code: str) -> None:
    folder = Path(eval(ask(room, "import os; answer = os.getcwd()")))
    with pytest.raises(EOFError):
        ask(room, code)
    began = time.monotonic()
    assert room.kill() == -9
    assert not folder.exists()
    assert time.monotonic() - began < 10


def test_a_process_that_it_forks_has_but_one_thread_of_pythons(stand: Path, ask) -> None:
    """What libraries want to be done after a fork is held back in the zygote; here a room may fork itself."""
    code = """
import os, threading, time
threading.Thread(target=time.sleep, args=(5,), daemon=True).start()
reader, writer = os.pipe()
if os.fork() == 0:
    os.write(writer, str(threading.active_count()).encode())
    os._exit(0)
answer = os.read(reader, 20)"""
    with Rooms(Tier.PLAIN, ["threading"], worker="roomtalk", paths=[stand]) as rooms:
        assert ask(rooms.open(RoomLimits()), code) == "b'1'"


def _runs(pid: int) -> bool:
    for _ in range(10):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return False
        time.sleep(0.01)
    return True
