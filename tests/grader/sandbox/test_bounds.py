"""What a room can use up: memory, disk, descriptors, time. And that its /tmp is its own."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from grader.judge.rooms import Room, RoomLimits, Rooms
from grader.sandbox.tiers import Tier

MIB = 1 << 20
GRAB = """
held = []
try:
    while len(held) < 4000:
        held.append(bytearray(b'x' * (1 << 20)))
except MemoryError:
    pass
answer = len(held)"""
FILL = """
import errno, os
written = 0
answer = 'no end'
try:
    for number in range(400):
        with open(f'file {number}', 'wb') as file:
            for _ in range(64):
                written += file.write(b'x' * (1 << 16))
                file.flush()
except OSError as error:
    answer = errno.errorcode[error.errno], written"""


def test_memory_ends_at_the_limit(rooms: Rooms, ask) -> None:
    room = rooms.open(RoomLimits(memory=200 * MIB))
    assert 150 <= int(ask(room, GRAB)) <= 200
    assert ask(room, "held.clear(); answer = 1") == "1"
    room.close()


def test_memory_and_tmp_together_are_bounded(rooms: Rooms, ask) -> None:
    """Everything at once: the address space, /tmp written and mapped, pipes, threads; counted by the kernel."""
    room = rooms.open(RoomLimits(memory=100 * MIB, tmp=16 * MIB, files=64))
    born = _resident(room)
    ask(room, GRAB + "\nkept = held")
    ask(room, FILL.replace("range(400)", "range(3)"))
    pipes = ask(
        room,
        """
import os
count = 0
try:
    while count < 1000:
        reader, writer = os.pipe(); os.set_blocking(writer, False); os.write(writer, b'x' * 65536); count += 1
except OSError: pass
answer = count""",
    )
    assert int(pipes) <= 32
    assert _resident(room) - born <= (100 + 16) * MIB
    room.close()


@pytest.mark.parametrize(
    "code",
    [
        "import mmap; m = mmap.mmap(-1, 300 << 20)",
        "import mmap; m = mmap.mmap(-1, 300 << 20, flags=mmap.MAP_SHARED | mmap.MAP_ANONYMOUS)",
        "import os; os.memfd_create('x')",
        "open('/dev/shm/x', 'wb')",
        "import multiprocessing.shared_memory as m; m.SharedMemory(create=True, size=300 << 20)",
        "import ctypes; libc = ctypes.CDLL(None); libc.malloc.restype = ctypes.c_void_p; assert libc.malloc(300 << 20)",
    ],
)
def test_no_way_round_the_limit_of_memory(rooms: Rooms, ask, code: str) -> None:
    room = rooms.open(RoomLimits(memory=200 * MIB))
    assert ask(room, code).split(":")[0].endswith("Error")
    room.close()


def test_disk_ends_at_the_limit(rooms: Rooms, ask) -> None:
    room = rooms.open(RoomLimits(tmp=8 * MIB))
    if rooms.tier is Tier.FULL:
        name, written = eval(ask(room, FILL))
        assert name == "ENOSPC"
        assert written <= 8 * MIB
    else:  # one file ends at an eighth of the limit; all together are looked at from outside
        assert ask(room, FILL).startswith("('EFBIG'")
        slowly = "import time\nfor n in range(200): open(str(n), 'wb').write(b'x' * (1 << 19)); time.sleep(0.01)"
        with pytest.raises(EOFError):
            ask(room, slowly)
        assert room.kill() == -9
    room.close()


def test_names_end_at_the_limit(rooms: Rooms, ask) -> None:
    room = rooms.open(RoomLimits())
    code = "import time\nfor number in range(20000): open(f'{number}', 'w').close()\ntime.sleep(5)"
    if rooms.tier is Tier.FULL:
        assert ask(room, code).startswith("OSError: [Errno 28]")
    else:
        with pytest.raises(EOFError):
            ask(room, code)
    room.close()


def test_descriptors_end_at_the_limit(room: Room, ask) -> None:
    code = """
import os
try:
    while True: os.dup(0)
except OSError: pass
answer = os.dup2(0, 100)"""
    assert ask(room, code) == "100"
    assert ask(room, "import os; os.dup2(0, 500)").startswith("OSError")


def test_processor_time_ends_at_the_backstop(rooms: Rooms, ask) -> None:
    room = rooms.open(RoomLimits(cpu=1))
    began = time.monotonic()
    with pytest.raises(EOFError):
        ask(room, "import signal\nfor n in (24, 15, 2): signal.signal(n, signal.SIG_IGN)\nwhile True: pass")
    assert room.kill() == -9
    assert time.monotonic() - began < 10
    room.close()


def test_the_judge_reads_the_room_s_processor_time(room: Room, ask) -> None:
    before = room.cpu_seconds()
    used = ask(room, "import time\nwhile time.process_time() < 0.3: pass\nanswer = time.process_time()")
    assert before < 0.2
    assert room.cpu_seconds() >= 0.3
    assert room.cpu_seconds() - float(used) < 0.2


def test_tmp_is_fresh_and_its_own(rooms: Rooms, ask) -> None:
    first = rooms.open(RoomLimits())
    look = "import os; answer = sorted(os.listdir('.'))"
    untouched = ask(first, look)
    ask(first, "import tempfile; file = tempfile.NamedTemporaryFile(delete=False)")
    ask(first, "import os; os.mkdir('d'); os.symlink('/', 'd/root')")
    assert len(eval(ask(first, look))) == len(eval(untouched)) + 2
    second = rooms.open(RoomLimits())
    assert ask(second, look) == untouched
    first.close()
    second.close()


@pytest.mark.parametrize("place", ["/", "/usr/lib", "/dev/shm", "/run", "/proc", "/etc", "/dev", "/var/tmp", "/home"])
def test_nothing_but_its_tmp_can_be_written(room: Room, ask, place: str) -> None:
    said = ask(room, f"open('{place}/canary', 'w')")
    assert said.split(":")[0] in ("PermissionError", "OSError", "FileNotFoundError"), said


def test_neither_the_interpreter_nor_the_libraries_can_be_written(room: Room, ask) -> None:
    code = """
import os, sys, numpy
places = [sys.executable, os.__file__, numpy.__file__, numpy.__path__[0] + '/x.py', *(p + '/x.pth' for p in sys.path)]
written = []
for place in places:
    try: os.close(os.open(place, os.O_WRONLY | os.O_CREAT)); written.append(place)
    except OSError: pass
    try: os.truncate(place, 0); written.append(place)
    except OSError: pass
    try: os.close(os.open(place, os.O_RDONLY | os.O_TRUNC)); written.append(place)
    except OSError: pass
    try: os.unlink(place); written.append(place)
    except OSError: pass
answer = written"""
    assert ask(room, code) == "[]"


def _resident(room: Room) -> int:
    """Anonymous and shared memory of the room, and what its /tmp holds, in bytes: by the kernel's own count."""
    lines = Path(f"/proc/{room.pid}/status").read_text().splitlines()
    kilobytes = [int(line.split()[1]) for line in lines if line.startswith(("RssAnon:", "RssShmem:"))]
    return sum(kilobytes) << 10
