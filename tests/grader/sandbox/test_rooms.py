"""The life of rooms and of their zygote, as the judge sees it: opened, prepared, killed, and nothing left."""

from __future__ import annotations

import contextlib
import os
import select
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from grader.judge.rooms import RoomLimits, Rooms, SandboxFault
from grader.sandbox import forks
from grader.sandbox.tiers import Tier

LIMITS = RoomLimits()


@pytest.fixture(params=list(Tier), ids=lambda tier: tier.value)
def tier(request: pytest.FixtureRequest, found) -> Tier:
    tier: Tier = request.param
    if not found[tier].works:
        pytest.skip(f"no tier {tier.value} here: {found[tier].trouble}")
    return tier


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place for temporary files in which nothing but this test leaves any."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    return tmp_path


@pytest.fixture
def rooms(tier: Tier, stand: Path) -> Iterator[Rooms]:
    with Rooms(tier, worker="roomtalk", paths=[stand]) as rooms:
        yield rooms


def test_what_is_written_in_a_room_comes_out_of_its_output(rooms: Rooms, ask) -> None:
    room = rooms.open(LIMITS)
    ask(room, "import os, sys; print('printed', flush=True); os.write(2, b'and said'); answer = os.read(0, 1)")
    assert os.read(room.output, 100) == b"printed\nand said"
    with pytest.raises(BlockingIOError):
        os.read(room.output, 1)
    room.close()


def test_what_no_seed_was_given_for_is_the_same_in_every_zygote(tier: Tier, stand: Path, ask) -> None:
    said = set()
    for _ in range(2):
        with Rooms(tier, ["numpy"], worker="roomtalk", paths=[stand]) as rooms:
            room = rooms.open(LIMITS)
            drawn = "random.random(), numpy.random.rand()"
            code = f"import random, numpy; answer = [hash('a word'), list({{'a', 'b'}}), {drawn}]"
            said.add(ask(room, code))
            room.close()
    assert len(said) == 1


def test_output_can_be_read_after_the_kill(rooms: Rooms, ask) -> None:
    room = rooms.open(LIMITS)
    with pytest.raises(EOFError):
        ask(room, "import os; os.write(1, b'last words'); os._exit(3)")
    assert room.kill() == 3
    assert os.read(room.output, 100) == b"last words"
    assert os.read(room.output, 100) == b""
    room.close()


def test_a_kill_may_come_twice_and_gives_the_same(rooms: Rooms) -> None:
    room = rooms.open(LIMITS)
    assert room.alive()
    assert room.kill() == room.kill() == -signal.SIGKILL
    assert not room.alive()
    room.close()
    room.close()


def test_a_room_that_hangs_is_killed_at_once(rooms: Rooms) -> None:
    room = rooms.open(LIMITS)
    code = b"import signal\nfor n in (*range(1, 9), *range(10, 19)): signal.signal(n, signal.SIG_IGN)\nwhile 1: pass"
    room.channel.sendall(len(code).to_bytes(4, "big") + code)
    time.sleep(0.1)
    began = time.monotonic()
    assert room.kill() == -signal.SIGKILL
    assert time.monotonic() - began < 1
    room.close()


def test_rooms_live_side_by_side_and_know_nothing_of_each_other(rooms: Rooms, ask) -> None:
    one, two = rooms.open(LIMITS), rooms.open(LIMITS)
    assert ask(one, "import sys; sys.mark = 'one'; answer = sys.mark") == "'one'"
    assert ask(two, "import sys; answer = hasattr(sys, 'mark')") == "False"
    assert one.kill() == -signal.SIGKILL
    assert ask(two, "answer = 2") == "2"
    one.close()
    two.close()


def test_a_prepared_room_is_the_next_one_and_untouched(rooms: Rooms, ask) -> None:
    rooms.prepare(LIMITS)
    rooms.prepare(LIMITS)
    first = rooms.open(LIMITS)
    rooms.prepare(LIMITS)
    assert first.kill() == -signal.SIGKILL  # while the next one is being built
    second = rooms.open(LIMITS)
    assert first.pid != second.pid
    assert ask(second, "answer = 1") == "1"
    first.close()
    second.close()


def test_a_prepared_room_with_other_limits_is_not_used(rooms: Rooms, ask) -> None:
    rooms.prepare(LIMITS)
    room = rooms.open(RoomLimits(files=50))
    assert ask(room, "import resource; answer = resource.getrlimit(resource.RLIMIT_NOFILE)") == "(50, 50)"
    room.close()


def test_a_prepared_room_that_died_is_not_used(rooms: Rooms, ask) -> None:
    rooms.prepare(LIMITS)
    waiting = rooms.open(LIMITS)
    rooms.prepare(LIMITS)
    time.sleep(0.2)
    for pid in _descendants(os.getpid()) - {waiting.pid}:
        if _command(pid) == _command(waiting.pid) and pid > waiting.pid:
            os.kill(pid, signal.SIGKILL)
    time.sleep(0.1)
    room = rooms.open(LIMITS)
    assert ask(room, "answer = 1") == "1"
    room.close()
    waiting.close()


def test_nothing_is_left_behind(tier: Tier, stand: Path, temporary: Path, ask) -> None:
    before = _descendants(os.getpid()), _descriptors(), _mounts()
    with Rooms(tier, worker="roomtalk", paths=[stand]) as rooms:
        for number in range(5):
            room = rooms.open(LIMITS)
            ask(room, f"open('left', 'w').write('x'); import os; os.makedirs('a/b/c', 0o{'700' if number else '300'})")
            if number % 2:
                room.close()
        rooms.prepare(LIMITS)
    assert (_descendants(os.getpid()), _descriptors(), _mounts()) == before
    assert list(temporary.iterdir()) == []


def test_after_a_kill_no_process_and_no_folder_of_the_room_is_left(temporary: Path, rooms: Rooms, ask) -> None:
    rooms.wait()
    processes, files = _descendants(os.getpid()), sorted(temporary.rglob("*"))
    room = rooms.open(LIMITS)
    ask(room, "open('left', 'w').write('x')")
    room.kill()
    assert _descendants(os.getpid()) == processes
    assert sorted(temporary.rglob("*")) == files
    room.close()


def test_everything_dies_with_a_judge_that_is_killed(tier: Tier, stand: Path, temporary: Path) -> None:
    code = f"""
import sys, time
from pathlib import Path
from grader.judge.rooms import RoomLimits, Rooms
from grader.sandbox import forks
from grader.sandbox.tiers import Tier
rooms = Rooms(Tier({tier.value!r}), worker='roomtalk', paths=[Path({str(stand)!r})])
kept = [rooms.open(RoomLimits()) for _ in range(2)]
kept[0].channel.sendall(len(b'while 1: pass').to_bytes(4, 'big') + b'while 1: pass')
print('ready', flush=True)
time.sleep(60)
"""
    judge = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE)
    assert judge.stdout is not None
    assert judge.stdout.readline() == b"ready\n"
    family = [os.pidfd_open(pid) for pid in _descendants(judge.pid)]
    assert len(family) >= 3
    judge.kill()
    judge.wait()
    for pidfd in family:
        assert select.select([pidfd], [], [], 5)[0], "a process outlived its judge"
        os.close(pidfd)
    judge.stdout.close()
    deadline = time.monotonic() + 5
    while list(temporary.iterdir()) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert list(temporary.iterdir()) == []


def test_a_dead_zygote_is_a_fault_of_ours(rooms: Rooms) -> None:
    room = rooms.open(LIMITS)
    for pid in _descendants(os.getpid()):
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    with pytest.raises(SandboxFault, match="zygote"):
        rooms.open(LIMITS)
    assert room.kill() is None
    room.close()


def test_a_missing_module_is_a_fault_that_names_it(tier: Tier, stand: Path) -> None:
    with pytest.raises(SandboxFault, match="no_such_module"):
        Rooms(tier, ["no_such_module"], worker="roomtalk", paths=[stand])


def test_a_worker_that_cannot_be_imported_is_a_fault_that_says_why(tier: Tier, stand: Path) -> None:
    rooms = Rooms(tier, worker="no_such_worker", paths=[stand])
    with rooms, pytest.raises(SandboxFault, match="no_such_worker"):
        rooms.wait()


def test_the_worker_of_the_project_can_be_started(tier: Tier) -> None:
    with Rooms(tier) as rooms:
        room = rooms.open(LIMITS)
        assert room.alive()
        room.close()


def test_a_room_without_a_zygote_is_a_process_of_its_own(stand: Path, temporary: Path, ask) -> None:
    """As off Linux."""
    before = _descendants(os.getpid()), _descriptors()
    with Rooms(Tier.PLAIN, ["numpy"], worker="roomtalk", paths=[stand], warm=False) as rooms:
        rooms.prepare(LIMITS)
        room = rooms.open(LIMITS)
        assert room.pid in _descendants(os.getpid())
        look = "import sys; print('said', flush=True); answer = 'numpy' in sys.modules, sys.argv"
        assert ask(room, look) == "(True, [''])"
        assert ask(room, "import tempfile, os; answer = tempfile.gettempdir() == os.getcwd()") == "True"
        assert os.read(room.output, 100) == b"said\n"
        assert room.alive()
        assert room.cpu_seconds() > 0
        with pytest.raises(EOFError):
            ask(room, "import os; os._exit(5)")
        assert room.kill() == 5
        another = rooms.open(LIMITS)
        assert ask(another, "import subprocess; answer = subprocess.Popen(['sleep', '60']) and 1") == "1"
        room.close()
    assert (_descendants(os.getpid()), _descriptors()) == before
    assert list(temporary.iterdir()) == []


def test_a_tier_with_walls_needs_the_zygote(stand: Path) -> None:
    with pytest.raises(SandboxFault, match="Linux"):
        Rooms(Tier.LOCKED, worker="roomtalk", paths=[stand], warm=False)


def test_memory_that_is_put_into_huge_pages_stays_what_it_was() -> None:
    held = bytearray(b"kept" * (4 << 20))
    addresses = forks.candidates()
    assert addresses
    assert all(address % forks.HUGE == 0 for address in addresses)
    for address in addresses:
        forks.collapse(address)
    assert held == b"kept" * (4 << 20)
    assert not forks.collapse(0)


@pytest.mark.slow
def test_torch_works_in_a_room(tier: Tier, stand: Path, ask) -> None:
    pytest.importorskip("torch", reason="torch is an extra")
    with Rooms(tier, ["numpy", "torch"], worker="roomtalk", paths=[stand]) as rooms:
        room = rooms.open(LIMITS)
        code = """
import torch
from torch import nn
layer = nn.TransformerEncoderLayer(8, 2, batch_first=True)
x = torch.randn(2, 3, 8, requires_grad=True)
layer(x).sum().backward()
optimizer = torch.optim.Adam(layer.parameters())
optimizer.step()
torch.save(layer.state_dict(), 'saved.pt')
answer = tuple(x.grad.shape), sorted(torch.load('saved.pt')) == sorted(layer.state_dict()), torch.get_num_threads()"""
        assert ask(room, code) == "((2, 3, 8), True, 1)"
        room.close()


def _descendants(pid: int) -> set[int]:
    found = set()
    for task in Path(f"/proc/{pid}/task").iterdir():
        with contextlib.suppress(FileNotFoundError, ProcessLookupError):
            for child in (task / "children").read_text().split():
                found |= {int(child), *_descendants(int(child))}
    return found


def _command(pid: int) -> bytes:
    with contextlib.suppress(FileNotFoundError):
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    return b""


def _descriptors() -> int:
    return len(os.listdir("/proc/self/fd"))


def _mounts() -> str:
    return Path("/proc/self/mounts").read_text()
