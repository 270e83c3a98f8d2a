"""What code that owns a room can do: both tiers with walls, asked of the kernel and not of the filter's text."""

from __future__ import annotations

import os
import platform
from pathlib import Path

import pytest

from grader.judge.rooms import Room, RoomLimits, Rooms
from grader.sandbox.tiers import Tier

CALL = """
import ctypes, errno
libc = ctypes.CDLL(None, use_errno=True)
def call(*arguments):
    ctypes.set_errno(0)
    result = libc.syscall(*map(ctypes.c_long, arguments))
    return result if result >= 0 else errno.errorcode[ctypes.get_errno()]
"""
NUMBERS = {"x86_64": 0, "aarch64": 1}
ATTEMPTS = {  # x86-64 and aarch64, arguments: each would do something, were it let
    "clone3": ((435, 435), (0, 0)), "socket": ((41, 198), (1, 1, 0)), "unshare": ((272, 97), (0x10000000,)),
    "ptrace": ((101, 117), (0, 0, 0, 0)), "memfd_create": ((319, 279), (0, 0)), "shmget": ((29, 194), (0, 64, 0o1600)),
    "keyctl": ((250, 219), (0, -3, 0)), "io_uring_setup": ((425, 425), (1, 0)), "userfaultfd": ((323, 282), (1,)),
    "perf_event_open": ((298, 241), (0, 0, -1, -1, 0)), "bpf": ((321, 280), (0, 0, 0)), "setsid": ((112, 157), ()),
    "pidfd_open": ((434, 434), (1, 0)), "process_vm_readv": ((310, 270), (1, 0, 0, 0, 0, 0)),
    "setpriority": ((141, 140), (1, 0, 5)), "personality": ((135, 92), (0x40000,)), "capset": ((126, 91), (0, 0)),
}  # fmt: skip


@pytest.mark.parametrize("name", ATTEMPTS)
def test_the_kernel_refuses(room: Room, ask, name: str) -> None:
    numbers, arguments = ATTEMPTS[name]
    number = numbers[NUMBERS[platform.machine()]]
    assert ask(room, f"{CALL}\nanswer = call{(number, *arguments)}") in ("'EPERM'", "'ENOSYS'")


@pytest.mark.parametrize(
    "code",
    [
        "import os; os.fork()",
        "import os; os.posix_spawn('/bin/true', ['true'], {})",
        "import subprocess; subprocess.run(['/bin/true'])",
        "import os; os.execv('/bin/true', ['true'])",
        "import socket; socket.socket()",
        "import socket; socket.socketpair()",
        "import socket; socket.create_connection(('127.0.0.1', 80))",
        "import os; os.kill(os.getppid(), 9)",
        "import os; os.kill(0, 9)",
        "import os; os.kill(-1, 9)",
        "import os; os.killpg(os.getpgid(0), 9)",
        "import os; os.kill(1 if os.getpid() != 1 else 2, 9)",
        "import os; os.nice(5)",
        "import os; os.sched_setaffinity(0, {0})",
        "import resource; resource.prlimit(os.getppid() or 1, resource.RLIMIT_CORE)",
        "import resource; resource.setrlimit(resource.RLIMIT_AS, (-1, -1))",
        "import os; os.chown('.', 0, 0)",
        "import os; os.mkfifo('fifo')",
        "import os; os.setuid(0)",
        "import os; os.chroot('.')",
        "import multiprocessing; multiprocessing.Lock()",
        "import fcntl, termios; fcntl.ioctl(1, termios.TIOCSTI, b'x')",
        "import fcntl, os; fcntl.fcntl(os.pipe()[0], 1031, 1 << 20)",
    ],
)
def test_python_cannot(room: Room, ask, code: str) -> None:
    said = ask(room, f"import os\n{code}")
    assert said.split(":")[0] in {"PermissionError", "OSError", "ValueError", "FileNotFoundError"}, said
    assert room.alive()


@pytest.mark.parametrize("place", [".", "/", "/dev/null", "/usr"])
def test_no_mode_and_no_time_changes_though_nobody_complains(room: Room, ask, place: str) -> None:
    code = f"""
import os
def state():
    found = os.stat({place!r})
    return found.st_mode, found.st_mtime_ns, found.st_ctime_ns
before = state()
os.chmod({place!r}, 0o777)
os.utime({place!r}, (0, 0))
answer = state() == before"""
    assert ask(room, code) == "True"


@pytest.mark.parametrize(
    "code",
    [
        "import shutil; open('a', 'w').write('x'); shutil.copy('a', 'b'); answer = open(shutil.copy2('a', 'c')).read()",
        "import os, shutil; os.makedirs('d/e'); open('d/e/f', 'w').write('x'); shutil.copytree('d', 'g');"
        "answer = open(shutil.move('g', 'h') + '/e/f').read()",
        "import shelve; s = shelve.open('s'); s['a'] = 'x'; s.close(); answer = shelve.open('s')['a']",
        "import dbm.dumb; s = dbm.dumb.open('s', 'c'); s['a'] = 'x'; answer = s['a'].decode(); s.close()",
        "import sqlite3; db = sqlite3.connect('x.db'); db.execute('create table t (a)');"
        "db.execute('insert into t values (?)', 'x'); db.commit(); db.close();"
        "answer = sqlite3.connect('x.db').execute('select a from t').fetchone()[0]",
        "import tempfile; f = tempfile.NamedTemporaryFile('w+'); f.write('x'); f.seek(0); answer = f.read()",
        "from pathlib import Path; p = Path('p'); p.touch(0o600); p.chmod(0o644); p.write_text('x');"
        "answer = p.read_text()",
    ],
    ids=["copy", "copytree", "shelve", "dbm", "sqlite3", "tempfile", "pathlib"],
)
def test_ordinary_work_with_files_of_its_own_works(room: Room, ask, code: str) -> None:
    assert ask(room, code) == "'x'"


def test_it_may_end_itself_only(rooms: Rooms, ask) -> None:
    other = rooms.open(RoomLimits())
    room = rooms.open(RoomLimits())
    with pytest.raises(EOFError):
        ask(room, "import signal, ctypes; ctypes.string_at(0)")
    assert room.kill() == -11
    assert ask(other, "answer = 1") == "1"
    room.close()
    other.close()


def test_it_holds_four_descriptors_and_nothing_can_be_passed_on(room: Room, ask) -> None:
    code = """
import os
def open_ones():
    for fd in range(1100):
        try: os.fstat(fd)
        except OSError: continue
        yield fd
answer = list(open_ones())"""
    assert ask(room, code) == "[0, 1, 2, 3]"


def test_it_has_no_privileges(room: Room, ask) -> None:
    code = (
        CALL
        + """
import struct
sets = ctypes.create_string_buffer(24)
header = ctypes.create_string_buffer(struct.pack('=Ii', 0x20080522, 0))
libc.capget(header, sets)
answer = struct.unpack('=6I', sets.raw), libc.prctl(39, 0, 0, 0, 0)"""
    )
    effective = 1 << 2 if room_of_root_in_locked(room) else 0  # reading what Landlock allows, in a closed home
    assert ask(room, code) == repr(((effective, effective, 0, 0, 0, 0), 1))


def test_it_is_not_root(room: Room, ask) -> None:
    assert int(ask(room, "import os; answer = os.getuid()")) != 0
    if os.geteuid() == 0:
        assert Path(f"/proc/{room.pid}").stat().st_uid in (0, 65534, 0x70000000 + room.pid)
        owner = next(line for line in Path(f"/proc/{room.pid}/status").read_text().splitlines() if "Uid" in line)
        assert owner.split()[1] != "0"


def test_in_full_it_is_alone(walled: Tier, room: Room, ask) -> None:
    if walled is Tier.FULL:
        assert ask(room, "import os; answer = os.getpid(), os.getppid(), os.listdir('/proc')") == "(1, 0, [])"
        assert ask(room, "import socket; answer = socket.gethostname()") == "'room'"
        assert ask(room, "import socket; socket.if_nameindex()").startswith(("PermissionError", "OSError"))


def test_it_cannot_look_into_the_judge_or_the_zygote(room: Room, ask) -> None:
    zygote = int(Path(f"/proc/{room.pid}/stat").read_text().rsplit(")", 1)[1].split()[1])
    for pid in (os.getpid(), zygote, "self"):
        for name in ("mem", "environ", "maps", "cmdline", "fd"):
            code = f"import os; os.close(os.open('/proc/{pid}/{name}', os.O_RDONLY))"
            assert ask(room, code).startswith(("PermissionError", "FileNotFoundError"))
        if pid != "self":
            for name in ("cwd", "exe", "fd/0"):
                code = f"import os; os.readlink('/proc/{pid}/{name}')"
                assert ask(room, code).startswith(("PermissionError", "FileNotFoundError"))


def test_the_zygote_cannot_be_traced(room: Room) -> None:
    """Its files under /proc are root's and closed, which is what a process that is not dumpable looks like."""
    zygote = int(Path(f"/proc/{room.pid}/stat").read_text().rsplit(")", 1)[1].split()[1])
    assert Path(f"/proc/{zygote}/environ").stat().st_uid == 0
    assert Path(f"/proc/{room.pid}/environ").stat().st_uid == 0


def test_it_inherits_nothing_of_the_environment(rooms: Rooms, ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOJO_CANARY", "in the judge's environment")
    with Rooms(rooms.tier, worker="roomtalk", paths=[Path(__file__).parent / "stand"]) as others:
        room = others.open(RoomLimits())
        names = eval(ask(room, "import os, sys; answer = sorted(os.environ)"))
        assert set(names) <= {
            "HOME", "LANG", "MALLOC_ARENA_MAX", "MKL_NUM_THREADS", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "PATH",
            "PWD", "PYTHONHASHSEED", "TMPDIR", "TORCHINDUCTOR_CACHE_DIR",
        }  # fmt: skip
        assert ask(room, "import sys; answer = sys.argv") == "['']"


def test_its_modules_hold_nothing_of_the_judge(room: Room, ask) -> None:
    code = """
import sys
answer = [name for name in sys.modules if name.split('.')[0] in ('pytest', '_pytest', 'hypothesis', 'dojo', 'katas')
          or name.startswith('grader.') and name.split('.')[1] not in ('sandbox', 'wire')]"""
    assert ask(room, code) == "[]"
    assert ask(room, "import grader.judge.rooms").startswith(("ModuleNotFoundError", "PermissionError"))


def test_libraries_can_still_be_imported(room: Room, ask) -> None:
    assert ask(room, "import dataclasses, decimal, sqlite3, numpy; answer = int(numpy.arange(4).sum())") == "6"


def test_threads_work_up_to_the_limit(rooms: Rooms, ask) -> None:
    room = rooms.open(RoomLimits(threads=8))
    code = """
import threading
stop = threading.Event()
count = 1
try:
    while count < 2000:
        threading.Thread(target=stop.wait, daemon=True).start()
        count += 1
except RuntimeError:
    pass
stop.set()
answer = count"""
    reached = int(ask(room, code))
    if rooms.tier is Tier.FULL or os.geteuid() == 0:
        assert reached == 8
    else:
        assert 8 <= reached < 2000  # the kernel counts the user's threads there, not the room's
    room.close()


def test_a_second_room_has_its_own_count_of_threads(rooms: Rooms, ask) -> None:
    bomb, neighbour = rooms.open(RoomLimits(threads=8)), rooms.open(RoomLimits(threads=8))
    grow = """
import threading
stop = threading.Event()
threads = [threading.Thread(target=stop.wait, daemon=True) for _ in range(7)]
for thread in threads: thread.start()
answer = len(threads)"""
    assert ask(bomb, grow) == "7"
    assert ask(neighbour, grow) == "7"
    bomb.close()
    neighbour.close()


def room_of_root_in_locked(room: Room) -> bool:
    owner = next(line for line in Path(f"/proc/{room.pid}/status").read_text().splitlines() if "Uid" in line)
    return int(owner.split()[1]) >= 0x70000000
