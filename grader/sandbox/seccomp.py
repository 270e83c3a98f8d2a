"""The seccomp filter of a room: a list of what a kata needs; all else is refused, whatever calls the kernel may gain.

The filter is a classic BPF program over `struct seccomp_data` (linux/seccomp.h): number at offset 0, architecture at 4,
arguments of 8 bytes each from 16. Arguments are compared by their low halves: the kernel reads no more of those below.
"""

from __future__ import annotations

import errno
import functools
import platform
import struct
from collections.abc import Iterable

from grader.sandbox import syscalls
from grader.sandbox.numbers import ALWAYS, CLONE3, FIRST_NEW, MACHINES, PRETENDED, SOMETIMES, UNSUPPORTED, WITHOUT

ARCHITECTURES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}  # AUDIT_ARCH_*
X32 = 0x40000000  # the bit of the x32 calls, which the list of x86-64 does not mean

ALLOW = 0x7FFF0000
KILL = 0x80000000
REFUSE = 0x00050000 | errno.EPERM
ABSENT = 0x00050000 | errno.ENOSYS
PRETEND = 0x00050000  # an error of number 0 is success, and nothing is done
UNKNOWN = 0x00050000 | errno.EOPNOTSUPP

LOAD, EQUAL, AT_LEAST, HAS_BIT, RETURN = 0x20, 0x15, 0x35, 0x45, 0x06  # BPF_LD|W|ABS, BPF_JMP|JEQ, JGE, JSET, BPF_RET

# glibc's and musl's pthread_create; anything else could be a process, a namespace or a traced child
THREAD_FLAGS = (0x3D0F00, 0x7D0F00)
FCNTL = (0, 1, 2, 3, 4, 1030, 1032)  # dup, flags; no owner or signal, no pipe size
LOCKS = (6, 7, 37, 38)  # F_SETLK, F_SETLKW, F_OFD_SETLK, F_OFD_SETLKW: they cost kernel memory, so a room pretends
IOCTL = (0x5401, 0x5413, 0x541B, 0x5421, 0x5450, 0x5451)  # TCGETS, TIOCGWINSZ, FIONREAD, FIONBIO, FIONCLEX, FIOCLEX
PRCTL = (15, 16, 23, 39, 0x53564D41)  # the thread's name, reading capabilities and no_new_privs, names of mappings
SENDTO = (0, 0x40, 0x4000, 0x4040)  # MSG_DONTWAIT, MSG_NOSIGNAL; no out-of-band byte
GETSOCKOPT = (3, 4, 38, 39)  # SO_TYPE, SO_ERROR, SO_PROTOCOL, SO_DOMAIN; not who is at the other end
TMPFILE = 0x400000  # O_TMPFILE: a file without a name, which no look at a folder can weigh
PLACES = {
    "fcntl": 1,
    "ioctl": 1,
    "sendto": 3,
    "getsockopt": 2,
    "open": 1,
    "openat": 2,
}  # of the argument; else the first
ARCH_PRCTL = (0x1021, 0x1022, 0x1023)  # leave to use AMX registers
ARGUMENTS: dict[str, tuple[int, ...]] = {  # with which a call is allowed; kill and tgkill with the room's own pid
    "clone": THREAD_FLAGS,
    "fcntl": FCNTL,
    "ioctl": IOCTL,
    "prctl": PRCTL,
    "sendto": SENDTO,
    "getsockopt": GETSOCKOPT,
    "arch_prctl": ARCH_PRCTL,
    "prlimit64": (0,),
}

Instruction = tuple[int, int, int, int]


class UnknownMachineError(Exception):
    """There is no list for this machine's system calls."""


def program(machine: str, pid: int) -> bytes:
    """The filter as an array of `struct sock_filter`, for a room that is `pid` to itself."""
    first, rest = _parts(machine)
    return first + _packed(_some(MACHINES.index(machine), {"kill": (pid,), "tgkill": (pid,)})) + rest


def step(pid: int) -> syscalls.Step:
    """Put the filter on this process, for good. Needs no_new_privs; nothing else can be set up afterwards."""
    return syscalls.set_filter(program(platform.machine(), pid))


@functools.cache
def _parts(machine: str) -> tuple[bytes, bytes]:
    """What comes before and after the instructions that know the room's pid. All jumps are relative."""
    if machine not in MACHINES:
        raise UnknownMachineError(f"no list of system calls for a {machine}; there is one for {' and '.join(MACHINES)}")
    column = MACHINES.index(machine)
    first: list[Instruction] = [
        (LOAD, 0, 0, 4),
        (EQUAL, 1, 0, ARCHITECTURES[machine]),
        (RETURN, 0, 0, KILL),
        (LOAD, 0, 0, 0),
    ]
    if machine == "x86_64":
        first += [(AT_LEAST, 0, 1, X32), (RETURN, 0, 0, ABSENT)]
    code = _some(column, ARGUMENTS)
    for name, pair in WITHOUT.items():
        if pair[column] is not None:
            refusal = [(HAS_BIT, 0, 1, TMPFILE), (RETURN, 0, 0, REFUSE), (RETURN, 0, 0, ALLOW)]
            code += [(EQUAL, 0, 4, pair[column] or 0), (LOAD, 0, 0, 16 + 8 * PLACES[name]), *refusal]
    for low, high in _ranges(number for pair in ALWAYS.values() if (number := pair[column]) is not None):
        code += [(AT_LEAST, 0, 2, low), (AT_LEAST, 1, 0, high + 1), (RETURN, 0, 0, ALLOW)]
    for answer, calls in ((PRETEND, PRETENDED), (UNKNOWN, UNSUPPORTED)):
        for pair in calls.values():
            if pair[column] is not None:
                code += [(EQUAL, 0, 1, pair[column] or 0), (RETURN, 0, 0, answer)]
    code += [(EQUAL, 0, 1, CLONE3), (RETURN, 0, 0, ABSENT), (AT_LEAST, 0, 1, FIRST_NEW), (RETURN, 0, 0, ABSENT)]
    code += [(RETURN, 0, 0, REFUSE)]
    return _packed(first), _packed(code)


def _packed(code: Iterable[Instruction]) -> bytes:
    return b"".join(struct.pack("=HBBI", *instruction) for instruction in code)


def _some(column: int, arguments: dict[str, tuple[int, ...]]) -> list[Instruction]:
    """Calls that are allowed with these values of one argument only, see `PLACES`."""
    code: list[Instruction] = []
    for name, values in arguments.items():
        number = SOMETIMES[name][column]
        if number is not None:
            body = _if_argument(PLACES.get(name, 0), values, LOCKS if name == "fcntl" else ())
            code += [(EQUAL, 0, len(body), number), *body]
    return code


def _if_argument(place: int, allowed: tuple[int, ...], pretended: tuple[int, ...] = ()) -> list[Instruction]:
    """Compare one argument and jump to one of the three answers at the end, of which the first is for all others."""
    answers = [(RETURN, 0, 0, REFUSE), (RETURN, 0, 0, ALLOW), (RETURN, 0, 0, PRETEND)]
    values = [(value, 1) for value in allowed] + [(value, 2) for value in pretended]
    ahead = [(EQUAL, len(values) - at - 1 + answer, 0, value) for at, (value, answer) in enumerate(values)]
    return [(LOAD, 0, 0, 16 + 8 * place), *ahead, *answers]


def _ranges(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Neighbouring numbers as (first, last)."""
    found: list[tuple[int, int]] = []
    for number in sorted(numbers):
        if found and number == found[-1][1] + 1:
            found[-1] = found[-1][0], number
        else:
            found.append((number, number))
    return found
