"""What a zygote may read: the interpreter, the libraries and packages it needs, and of this project its own side only.

A room may read the same but for that side, which it has in its memory.

Found in the judge. `bubblewrap` mounts it for tier `full`, Landlock grants it in tier `locked`.
"""

from __future__ import annotations

import contextlib
import importlib.util
import os
import sys
import sysconfig
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from grader.sandbox.tiers import SandboxFault

SYSTEM = (  # never all of /usr: container images like to keep projects in /usr/src
    "/lib",
    "/lib32",
    "/lib64",
    "/usr/lib",
    "/usr/lib32",
    "/usr/lib64",
    "/usr/local/lib",
    "/usr/share/zoneinfo",
    "/etc/alternatives",
    "/etc/ld.so.cache",
    "/etc/localtime",
    "/nix/store",
    "/sys/devices/system/cpu",
)
DEVICES = ("/dev/null", "/dev/zero", "/dev/random", "/dev/urandom")
OWN_SIDE = ("__init__.py", "sandbox", "wire", "wire.py")  # of the package `grader`
TOO_WIDE = ("/", "/usr", "/usr/local", "/opt")


class Visible(NamedTuple):
    """Paths with their links resolved, but for the system's own links, such as /lib."""

    interpreter: str
    modules: tuple[str, ...]  # folders for sys.path
    shown: tuple[Path, ...]
    masked: tuple[Path, ...]  # within what is shown
    own: tuple[Path, ...]  # within what is masked, and shown all the same
    forget: tuple[str, ...]  # of `modules`: what leaves sys.path when everything is imported


def visible(imports: Sequence[str], hidden: Sequence[Path], paths: Sequence[Path]) -> Visible:
    """What rooms need for these imports, without `hidden`; `paths` are further folders of modules."""
    package = _module("grader")
    site = [entry for entry in map(_resolved, sys.path) if entry.name in ("site-packages", "dist-packages")]
    found = [_module(name).parent for name in dict.fromkeys(("msgspec", *(path.partition(".")[0] for path in imports)))]
    libraries = list(dict.fromkeys([*(entry for entry in site if entry.is_dir()), *found, *map(_resolved, paths)]))
    if package.parent in found and package.parent not in site:
        raise SandboxFault(f"a module to import lies beside this project's own, in {package.parent}")
    interpreter = _resolved(sys.executable)
    shown = _topmost([*map(Path, SYSTEM), *_interpreter(interpreter), *libraries])
    masked = [package, *map(_resolved, hidden)]
    return Visible(
        str(interpreter),
        tuple(map(str, dict.fromkeys([package.parent, *libraries]))),
        tuple(shown),
        tuple(path for path in masked if path.is_dir() and any(_within(path, place) for place in shown)),
        tuple(package / name for name in OWN_SIDE if (package / name).exists()),
        () if package.parent in libraries else (str(package.parent),),
    )


def granted(seen: Visible) -> tuple[str, ...]:
    """`seen` as a list without holes, for rooms: Landlock can give, not take away. What a zygote has read of our own
    side its rooms need not read again."""
    places = _topmost(_resolved(place) for place in seen.shown)  # a link would lead round a hole
    paths = [path for place in places for path in _without(place, seen.masked)]
    return tuple(map(str, [*paths, *map(Path, DEVICES)]))


def _interpreter(interpreter: Path) -> list[Path]:
    """The interpreter with its own library: its whole prefix, unless that is a place where other things lie, too."""
    prefix = _resolved(sys.base_prefix)
    if str(prefix) not in TOO_WIDE and not any(_within(place, prefix) for place in _private()):
        return [interpreter, prefix]
    library = [Path(sysconfig.get_path(name)).resolve() for name in ("stdlib", "platstdlib")]
    return [interpreter, *library, *prefix.glob("lib/lib*.so*")]


def _private() -> list[Path]:
    """The home and the folder one stands in, as far as there are such."""
    found = []
    with contextlib.suppress(RuntimeError):  # a user without a name and a home, as in containers
        found.append(_resolved(Path.home()))
    with contextlib.suppress(FileNotFoundError):  # a folder that was removed
        found.append(Path.cwd())
    return found


def _module(name: str) -> Path:
    """The folder of a package, which is not imported for that."""
    spec = importlib.util.find_spec(name)
    if spec is None or spec.origin is None:
        raise SandboxFault(f"the module {name} is not installed")
    return _resolved(spec.origin).parent


def _resolved(path: str | Path) -> Path:
    return Path(os.path.realpath(path))


def _within(path: Path, place: Path) -> bool:
    return path == place or place in path.parents


def _topmost(paths: Iterable[Path]) -> list[Path]:
    """Without what is missing, and what lies in another of them."""
    there = [path for path in dict.fromkeys(paths) if path.exists()]
    return [path for path in there if not any(other in path.parents for other in there)]


def _without(place: Path, masked: Sequence[Path]) -> Iterator[Path]:
    """`place`, or, if something in it is masked, what else it holds."""
    if place in masked:
        return
    if any(place in path.parents for path in masked):
        for inner in sorted(place.iterdir()):
            yield from _without(inner, masked)
    else:
        yield place
