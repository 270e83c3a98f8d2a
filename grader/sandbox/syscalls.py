"""The few system calls that Python has no function for, by ctypes.

Most functions here only describe a call, for `perform` to make it: a zygote describes once what each of its rooms does.
"""

from __future__ import annotations

import ctypes
import errno
import os
import struct
import sys
from collections.abc import Callable, Iterable
from typing import Any

from grader.sandbox.numbers import LANDLOCK_ADD_RULE, LANDLOCK_CREATE_RULESET, LANDLOCK_RESTRICT_SELF

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
_LANDLOCK_CREATE_VERSION = 1
_LANDLOCK_PATH_BENEATH = 1

Step = tuple[
    Callable[..., Any], tuple[Any, ...]
]  # a function, which gives -1 or raises where it fails, and its arguments


class _Program(ctypes.Structure):
    """struct sock_fprog."""

    _fields_ = (("length", ctypes.c_ushort), ("code", ctypes.c_char_p))


# PyDLL: none of these blocks.
_libc: ctypes.PyDLL = ctypes.PyDLL(None if sys.platform != "win32" else "msvcrt", use_errno=True)


def _bound(name: str, *kinds: Any, gives: Any = ctypes.c_int) -> Callable[..., int]:
    """A function of the C library with the kinds of its arguments. Off Linux, where it is missing, calling it fails."""
    try:
        function: Any = _libc[name]  # a new object each time: `syscall` has a description for each of its calls
    except AttributeError:
        return _missing
    function.argtypes, function.restype = kinds, gives
    return function  # type: ignore[no-any-return]  # ctypes knows no more


def _missing(*_: object) -> int:
    ctypes.set_errno(errno.ENOSYS)
    return -1


_text, _address, _number, _bits, _long = ctypes.c_char_p, ctypes.c_void_p, ctypes.c_int, ctypes.c_ulong, ctypes.c_long
_prctl = _bound("prctl", _number, _bits, _address, _bits, _bits)
_unshare = _bound("unshare", _number)
_setns = _bound("setns", _number, _number)
_mount = _bound("mount", _text, _text, _text, _bits, _text)
_madvise = _bound("madvise", _address, ctypes.c_size_t, _number)
_capget = _bound("capget", _text, _address)
_capset = _bound("capset", _text, _text)
_create_ruleset = _bound("syscall", _long, _text, ctypes.c_size_t, _long, gives=_long)
_add_rule = _bound("syscall", _long, _long, _long, _text, _long, gives=_long)
_restrict_self = _bound("syscall", _long, _long, _long, gives=_long)


def perform(steps: Iterable[Step]) -> None:
    """Make calls one after the other. What the kernel refuses becomes an OSError, and ends it."""
    for call, arguments in steps:
        if call(*arguments) == -1:
            number = ctypes.get_errno()
            raise OSError(number, f"{call.__name__}: {os.strerror(number)}")


def prctl(option: int, value: int) -> Step:
    """One of the options above."""
    return _prctl, (option, value, None, 0, 0)


def set_filter(code: bytes) -> Step:
    """Install a seccomp filter: an array of `struct sock_filter`. Needs no_new_privs."""
    return _prctl, (PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, ctypes.byref(_Program(len(code) // 8, code)), 0, 0)


def unshare(flags: int) -> Step:
    """Leave namespaces; with CLONE_NEWPID it is the next child that gets a new one."""
    return _unshare, (flags,)


def setns(namespace: int, kind: int) -> Step:
    """Enter the namespace of a kind behind a descriptor."""
    return _setns, (namespace, kind)


def mount(source: str, target: str, kind: str, flags: int, options: str = "") -> Step:
    """mount(2)."""
    return _mount, (os.fsencode(source), os.fsencode(target), kind.encode(), flags, options.encode() or None)


def keep_capabilities(bits: int) -> Step:
    """Give up all capabilities but these, for good."""
    low, high = bits & 0xFFFFFFFF, bits >> 32
    return _capset, (struct.pack("=Ii", _CAPABILITY_VERSION_3, 0), struct.pack("=6I", low, low, 0, high, high, 0))


def landlock_create_ruleset(attributes: bytes) -> Step:
    """A new set of rules, at the lowest free descriptor."""
    return _create_ruleset, (LANDLOCK_CREATE_RULESET, attributes, len(attributes), 0)


def landlock_add_rule(rules: int, beneath: bytes) -> Step:
    """Add a rule about what lies beneath a path, a `struct landlock_path_beneath_attr`."""
    return _add_rule, (LANDLOCK_ADD_RULE, rules, _LANDLOCK_PATH_BENEATH, beneath, 0)


def landlock_restrict_self(rules: int) -> Step:
    """Live by these rules from now on."""
    return _restrict_self, (LANDLOCK_RESTRICT_SELF, rules, 0)


def landlock_version() -> int:
    """0 where the kernel has no Landlock or it is switched off."""
    return max(0, _create_ruleset(LANDLOCK_CREATE_RULESET, None, 0, _LANDLOCK_CREATE_VERSION))


def capabilities() -> int:
    """The permitted capabilities of this process, as bits."""
    sets = ctypes.create_string_buffer(24)
    perform([(_capget, (struct.pack("=Ii", _CAPABILITY_VERSION_3, 0), sets))])
    _, low, _, _, high, _ = struct.unpack("=6I", sets.raw)
    return int(low | high << 32)


def madvise(address: int, length: int, advice: int) -> bool:
    """Advise the kernel about memory of this process; whether it could follow."""
    return _madvise(address, length, advice) == 0
