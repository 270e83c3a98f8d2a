"""The few system calls that Python has no function for, by ctypes. What the kernel refuses becomes an OSError."""

from __future__ import annotations

import ctypes
import os
import struct
import sys

PR_SET_PDEATHSIG = 1
PR_SET_DUMPABLE = 4
PR_SET_KEEPCAPS = 8
PR_SET_SECCOMP = 22
PR_SET_CHILD_SUBREAPER = 36
PR_SET_NO_NEW_PRIVS = 38

CLONE_NEWNS = 0x00020000
CLONE_NEWIPC = 0x08000000
CLONE_NEWUSER = 0x10000000
CLONE_NEWPID = 0x20000000

MS_RDONLY, MS_NOSUID, MS_NODEV, MS_NOEXEC = 1, 2, 4, 8
MS_BIND, MS_MOVE, MS_REC, MS_PRIVATE = 0x1000, 0x2000, 0x4000, 0x40000

CAP_DAC_OVERRIDE = 1
CAP_DAC_READ_SEARCH = 2
CAP_SYS_ADMIN = 21

_CAPABILITY_VERSION_3 = 0x20080522
_SECCOMP_MODE_FILTER = 2
_libc: ctypes.CDLL = ctypes.CDLL(None if sys.platform != "win32" else "msvcrt", use_errno=True)


def prctl(option: int, value: int) -> None:
    """One of the options above."""
    _check(_libc.prctl(option, ctypes.c_ulong(value), 0, 0, 0), f"prctl {option}")


def set_filter(length: int, address: int) -> None:
    """Install a seccomp filter of `length` instructions that lie at `address`."""
    described = ctypes.create_string_buffer(struct.pack("@HP", length, address))  # struct sock_fprog
    _check(_libc.prctl(PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, described, 0, 0), "seccomp")


def unshare(flags: int) -> None:
    """Leave namespaces; with CLONE_NEWPID it is the next child that gets a new one."""
    _check(_libc.unshare(flags), f"unshare {flags:#x}")


def setns(namespace: int, kind: int) -> None:
    """Enter the namespace of a kind behind a descriptor."""
    _check(_libc.setns(namespace, kind), "setns")


def mount(source: str, target: str, kind: str, flags: int, options: str = "") -> None:
    """mount(2)."""
    result = _libc.mount(
        os.fsencode(source), os.fsencode(target), kind.encode(), ctypes.c_ulong(flags), options.encode() or None
    )
    _check(result, f"mount {target}")


def madvise(address: int, length: int, advice: int) -> None:
    """Advise the kernel about memory of this process."""
    _check(_libc.madvise(ctypes.c_void_p(address), ctypes.c_size_t(length), advice), "madvise")


def capabilities() -> int:
    """The permitted capabilities of this process, as bits."""
    header = ctypes.create_string_buffer(struct.pack("=Ii", _CAPABILITY_VERSION_3, 0), 8)
    sets = ctypes.create_string_buffer(24)
    _check(_libc.capget(header, sets), "capget")
    _, low, _, _, high, _ = struct.unpack("=6I", sets.raw)
    return int(low | high << 32)


def keep_capabilities(bits: int) -> None:
    """Give up all capabilities but these, for good."""
    low, high = bits & 0xFFFFFFFF, bits >> 32
    header = ctypes.create_string_buffer(struct.pack("=Ii", _CAPABILITY_VERSION_3, 0), 8)
    sets = ctypes.create_string_buffer(struct.pack("=6I", low, low, 0, high, high, 0), 24)
    _check(_libc.capset(header, sets), "capset")


def call(number: int, *arguments: int | bytes | None) -> int:
    """A system call by its number."""
    converted = [ctypes.c_long(value) if isinstance(value, int) else value for value in arguments]
    _libc.syscall.restype = ctypes.c_long
    return _check(int(_libc.syscall(ctypes.c_long(number), *converted)), f"system call {number}")


def _check(result: int, what: str) -> int:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")
    return result
