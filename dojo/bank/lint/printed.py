"""What pieces of code print: run by one process of its own, which forks for each, or remembered.

The process sees an empty folder, no environment and no input; each piece has a time limit, bounded memory and bounded
output. Where bubblewrap works, it can write nowhere else and has no network; elsewhere only the limits hold, so read
the code of a stranger's bank before you lint it.
"""

from __future__ import annotations

import contextlib
import importlib.util
import os
import re
import subprocess
import sys
from hashlib import blake2b
from importlib import metadata
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from grader.sandbox.bubblewrap import candidates

SECONDS = 10  # for one piece
SECONDS_FOR_ALL = 60
LARGEST = 10_000  # of what is printed
HEAVY = ("numpy", "torch")  # loaded once, before the forks, where some piece needs them
CACHE = "printed.json"

_IMPORTS = re.compile(r"^\s*(?:import|from)\s+(\w+)", re.MULTILINE)


class Ran(msgspec.Struct, frozen=True):
    """What a piece printed, or the exception that ended it, or the package that it needs and that is not here."""

    printed: str = ""
    fault: str = ""
    missing: str = ""


def run_all(pieces: list[str], cache: Path | None) -> dict[str, Ran]:
    """What each piece prints."""
    ran = {code: Ran(missing=missing) for code in pieces if (missing := _missing(code))}
    known = _remembered(cache)
    ran |= {code: known[key] for code in pieces if code not in ran and (key := _key(code)) in known}
    rest = list(dict.fromkeys(code for code in pieces if code not in ran))
    if not rest:
        return ran
    fresh = dict(zip(rest, _run(rest), strict=True))
    _remember(cache, known | {_key(code): one for code, one in fresh.items() if not one.fault})
    return ran | fresh


def _missing(code: str) -> str:
    return next((name for name in _IMPORTS.findall(code) if name in HEAVY and not importlib.util.find_spec(name)), "")


def _key(code: str) -> str:
    """Another Python or another torch may print something else."""
    made_by = [sys.version, *(metadata.version(name) for name in HEAVY if name in _IMPORTS.findall(code))]
    return blake2b("\0".join([*made_by, code]).encode("utf-8", "replace"), digest_size=16).hexdigest()


def _remembered(cache: Path | None) -> dict[str, Ran]:
    if cache is None:
        return {}
    try:
        return msgspec.json.decode((cache / CACHE).read_bytes(), type=dict[str, Ran])
    except (OSError, ValueError, RecursionError):
        return {}


def _remember(cache: Path | None, known: dict[str, Ran]) -> None:
    if cache is None:
        return
    with contextlib.suppress(OSError):
        cache.mkdir(parents=True, exist_ok=True)
        part = cache / f".{CACHE}-{os.getpid()}"
        part.write_bytes(msgspec.json.encode(known))
        part.replace(cache / CACHE)


def _run(pieces: list[str]) -> list[Ran]:
    request = {
        "pieces": pieces,
        "seconds": SECONDS,
        "seconds_for_all": SECONDS_FOR_ALL,
        "largest": LARGEST,
        "load": [name for name in HEAVY if any(name in _IMPORTS.findall(code) for code in pieces)],
    }
    with TemporaryDirectory(prefix="dojo-lint-") as folder:
        for wall in [*(_wall(bwrap, folder) for bwrap in candidates()), []]:
            done = subprocess.run(
                [*wall, sys.executable, "-I", "-X", "utf8", str(Path(__file__).with_name("runner.py"))],
                input=msgspec.json.encode(request),
                capture_output=True,
                cwd=folder,
                env={"HOME": folder, "TMPDIR": folder, "PATH": os.defpath, "OMP_NUM_THREADS": "1", "TERM": "dumb"},
                check=False,
            )
            if not done.stderr.startswith(b"bwrap:"):  # else user namespaces are denied here
                break
    try:
        answers = msgspec.json.decode(done.stdout, type=list[Ran])
    except ValueError:
        answers = []
    if len(answers) != len(pieces):
        why = done.stderr.decode(errors="replace").strip().rpartition("\n")[2]
        return [Ran(fault=f"the process that runs it ended ({why or done.returncode})")] * len(pieces)
    return answers


def _wall(bwrap: str, folder: str) -> list[str]:
    """Nothing may be written but below `folder`, and there is no network."""
    seen = ["--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc", "--bind", folder, folder, "--chdir", folder]
    return [bwrap, *seen, "--unshare-all", "--die-with-parent", "--new-session"]
