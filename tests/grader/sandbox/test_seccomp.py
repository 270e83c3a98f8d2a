"""The filter itself, run by a small interpreter of its instructions: for both machines, whichever this one is."""

from __future__ import annotations

import struct

import pytest

from grader.sandbox import seccomp
from grader.sandbox.numbers import ALWAYS, MACHINES, PRETENDED, UNSUPPORTED, WITHOUT

PID = 4321
THREAD = 0x3D0F00
NAMESPACES = {"users": 0x10000000, "processes": 0x20000000, "mounts": 0x20000, "network": 0x40000000}

REFUSED = {  # what must not pass, with the numbers of x86-64 and aarch64
    "fork": (57, None), "vfork": (58, None), "execve": (59, 221), "execveat": (322, 281),
    "socket": (41, 198), "socketpair": (53, 199), "connect": (42, 203), "bind": (49, 200), "listen": (50, 201),
    "accept": (43, 202), "sendmsg": (46, 211), "recvmsg": (47, 212), "setsockopt": (54, 208),
    "mount": (165, 40), "umount2": (166, 39), "pivot_root": (155, 41), "chroot": (161, 51), "unshare": (272, 97),
    "setns": (308, 268), "ptrace": (101, 117), "process_vm_readv": (310, 270), "process_vm_writev": (311, 271),
    "memfd_create": (319, 279), "shmget": (29, 194), "shmat": (30, 196), "semget": (64, 190), "msgget": (68, 186),
    "mq_open": (240, 180), "keyctl": (250, 219), "add_key": (248, 217), "bpf": (321, 280),
    "perf_event_open": (298, 241), "io_uring_setup": (425, 425), "userfaultfd": (323, 282), "io_setup": (206, 0),
    "pidfd_open": (434, 434), "pidfd_send_signal": (424, 424), "pidfd_getfd": (438, 438), "tkill": (200, 130),
    "rt_sigqueueinfo": (129, 138), "rt_tgsigqueueinfo": (297, 240), "setpriority": (141, 140),
    "sched_setscheduler": (144, 119), "sched_setaffinity": (203, 122), "sched_setattr": (314, 274),
    "ioprio_set": (251, 30), "open_by_handle_at": (304, 265), "name_to_handle_at": (303, 264),
    "kexec_load": (246, 104), "init_module": (175, 105), "finit_module": (313, 273), "reboot": (169, 142),
    "personality": (135, 92), "chown": (92, None), "fchownat": (260, 54), "mknod": (133, None),
    "mknodat": (259, 33), "setuid": (105, 146), "setresuid": (117, 147), "capset": (126, 91), "setsid": (112, 157),
    "setpgid": (109, 154), "mlock": (149, 228), "seccomp": (317, 277), "landlock_create_ruleset": (444, 444),
    "move_pages": (279, 239), "splice": (275, 76), "vmsplice": (278, 75), "inotify_init1": (294, 26),
    "fanotify_init": (300, 262), "timerfd_create": (283, 85), "signalfd4": (289, 74), "sync": (162, 81),
    "clone3": (435, 435), "swapon": (167, 224), "acct": (163, 89), "quotactl": (179, 60), "syslog": (103, 116),
    "clock_settime": (227, 112), "settimeofday": (164, 170), "sethostname": (170, 161), "iopl": (172, None),
    "modify_ldt": (154, None), "vhangup": (153, 58), "lookup_dcookie": (212, 18),
    "open_tree": (428, 428), "fsopen": (430, 430), "mount_setattr": (442, 442), "memfd_secret": (447, 447),
    "openat2": (437, 437), "process_madvise": (440, 440), "kcmp": (312, 272), "setdomainname": (171, 162),
}  # fmt: skip


@pytest.fixture(params=MACHINES)
def machine(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def run(machine: str, number: int, *arguments: int, architecture: int | None = None) -> int:
    """What the filter answers, by the semantics of classic BPF."""
    architecture = architecture or seccomp.ARCHITECTURES[machine]
    data = struct.pack("=IIQ6Q", number, architecture, 0, *(*arguments, *[0] * 6)[:6])
    code = list(struct.iter_unpack("=HBBI", seccomp.program(machine, PID)))
    at = accumulator = 0
    while True:
        kind, yes, no, value = code[at]
        at += 1
        if kind == seccomp.LOAD:
            (accumulator,) = struct.unpack_from("=I", data, value)
        elif kind == seccomp.EQUAL:
            at += yes if accumulator == value else no
        elif kind == seccomp.HAS_BIT:
            at += yes if accumulator & value else no
        elif kind == seccomp.AT_LEAST:
            at += yes if accumulator >= value else no
        else:
            assert kind == seccomp.RETURN
            return value


def test_everything_on_the_list_passes(machine: str) -> None:
    column = MACHINES.index(machine)
    numbers = [pair[column] for pair in ALWAYS.values()]
    assert {run(machine, number) for number in numbers if number is not None} == {seccomp.ALLOW}


@pytest.mark.parametrize("name", REFUSED)
def test_what_a_kata_never_needs_is_refused(machine: str, name: str) -> None:
    number = REFUSED[name][MACHINES.index(machine)]
    if number is None:
        return  # this machine has no such call
    assert run(machine, number) in (seccomp.REFUSE, seccomp.ABSENT)


def test_no_number_passes_but_those_on_the_lists(machine: str) -> None:
    column = MACHINES.index(machine)
    known = {pair[column] for pair in (ALWAYS | WITHOUT).values()}
    passing = {number for number in range(1000) if run(machine, number, *[0xFFFF] * 4) == seccomp.ALLOW}
    assert passing == known - {None}


def test_a_thread_passes_and_a_process_does_not(machine: str) -> None:
    clone = 56 if machine == "x86_64" else 220
    assert run(machine, clone, THREAD) == seccomp.ALLOW
    assert run(machine, clone, 17) == seccomp.REFUSE
    assert run(machine, clone, THREAD & ~0x10000) == seccomp.REFUSE


@pytest.mark.parametrize("kind", NAMESPACES)
def test_no_thread_gets_a_namespace(machine: str, kind: str) -> None:
    clone = 56 if machine == "x86_64" else 220
    assert run(machine, clone, THREAD | NAMESPACES[kind]) == seccomp.REFUSE


def test_signals_go_to_the_room_itself_only(machine: str) -> None:
    for number in (62, 234) if machine == "x86_64" else (129, 131):
        assert run(machine, number, PID, PID, 10) == seccomp.ALLOW
        for other in (0, 1, PID + 1, 0xFFFFFFFF):
            assert run(machine, number, other, PID, 10) == seccomp.REFUSE


def test_limits_are_its_own_only(machine: str) -> None:
    prlimit = 302 if machine == "x86_64" else 261
    assert run(machine, prlimit, 0) == seccomp.ALLOW
    assert run(machine, prlimit, 1) == seccomp.REFUSE


def test_no_file_without_a_name_is_opened(machine: str) -> None:
    for number, place in ((2, 1), (257, 2)) if machine == "x86_64" else ((56, 2),):
        flags = [0, 0, 0]
        assert run(machine, number, *flags) == seccomp.ALLOW
        flags[place] = 0x410002  # O_TMPFILE | O_RDWR
        assert run(machine, number, *flags) == seccomp.REFUSE


def test_the_channel_carries_plain_bytes_only(machine: str) -> None:
    sendto = 44 if machine == "x86_64" else 206
    assert run(machine, sendto, 3, 0, 1, 0x4000) == seccomp.ALLOW
    assert run(machine, sendto, 3, 0, 1, 1) == seccomp.REFUSE  # MSG_OOB


@pytest.mark.parametrize("option", [6, 17, 77])  # who is at the other end: SO_BROADCAST, SO_PEERCRED, SO_PEERPIDFD
def test_a_socket_says_what_it_is_and_not_who_holds_its_other_end(machine: str, option: int) -> None:
    getsockopt = 55 if machine == "x86_64" else 209
    assert run(machine, getsockopt, 3, 1, 39) == seccomp.ALLOW
    assert run(machine, getsockopt, 3, 1, option) == seccomp.REFUSE


def test_modes_times_and_locks_are_never_set_though_the_answer_is_success(machine: str) -> None:
    column = MACHINES.index(machine)
    numbers = [pair[column] for pair in PRETENDED.values() if pair[column] is not None]
    assert {run(machine, number) for number in numbers if number is not None} == {seccomp.PRETEND}
    fcntl = 72 if machine == "x86_64" else 25
    assert {run(machine, fcntl, 3, command) for command in (6, 7, 37, 38)} == {seccomp.PRETEND}


def test_files_have_no_further_attributes(machine: str) -> None:
    column = MACHINES.index(machine)
    assert {run(machine, pair[column] or 0) for pair in UNSUPPORTED.values()} == {seccomp.UNKNOWN}


@pytest.mark.parametrize("command", [5, 8, 10, 15, 36, 1031, 1033])  # locks of others, owner, signal, pipe size, seals
def test_fcntl_sets_no_lock_no_owner_and_no_pipe_size(machine: str, command: int) -> None:
    fcntl = 72 if machine == "x86_64" else 25
    assert run(machine, fcntl, 3, 1030) == seccomp.ALLOW
    assert run(machine, fcntl, 3, command) == seccomp.REFUSE


@pytest.mark.parametrize("request_", [0x5412, 0x541C, 0x8901, 0x40086602])  # TIOCSTI, TIOCLINUX, FIOSETOWN, flags
def test_ioctl_reads_a_terminal_at_most(machine: str, request_: int) -> None:
    ioctl = 16 if machine == "x86_64" else 29
    assert run(machine, ioctl, 0, 0x5401) == seccomp.ALLOW
    assert run(machine, ioctl, 0, request_) == seccomp.REFUSE


@pytest.mark.parametrize("option", [1, 4, 8, 22, 24, 36])
def test_prctl_changes_nothing_of_the_walls(machine: str, option: int) -> None:
    prctl = 157 if machine == "x86_64" else 167
    assert run(machine, prctl, 15) == seccomp.ALLOW
    assert run(machine, prctl, option) == seccomp.REFUSE


def test_calls_of_another_architecture_end_the_room(machine: str) -> None:
    assert run(machine, 1, architecture=0x40000003) == seccomp.KILL  # i386, by int 0x80


def test_the_x32_calls_do_not_exist() -> None:
    assert run("x86_64", 0x40000000 | 1) == seccomp.ABSENT


def test_a_machine_without_a_list_is_refused() -> None:
    with pytest.raises(seccomp.UnknownMachineError, match="riscv64"):
        seccomp.program("riscv64", PID)
