"""Attacks on disk as `Attack` objects, and one run of the grader over many of them, with all that came of it.

An attack is a file `<class>/<verdict>/<what_it_does>.py`. Its docstring may hold lines of these:

    kata: gru_cell             it attacks by way of this kata (default: stable_softmax)
    tiers: full locked         only there, since `plain` promises no walls (default: all, or see JUDGED_ALIKE)
    also: timeout, error (…)   verdicts that are legitimate as well, and why
    plain: failed              the verdicts in tier `plain`, where they differ
    points: some (…)           it may earn points, since some of its answers are right (default: none)
    with: forging              `forging.py` stands before it
    within: 15                 seconds that grading it may take (default: the limit of the kata, and a little)
    quick: yes                 it belongs to the handful that every run of the tests grades
"""

from __future__ import annotations

import hashlib
import itertools
import json
import os
import re
import secrets
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec

from tests.attacks.watching import Watched

HERE = Path(__file__).parent
CHECKOUT = HERE.parents[1]
NEIGHBOUR = HERE / "neighbour.py"
CONTENT = ("katas", "solutions")
LONGEST = 60.0 + 15.0  # seconds: the limit of a submission by the clock, and what the judge may take to see it
JUDGED_ALIKE = (
    "benign",
    "forbidden_names",
    "judge",
    "lying",
    "texts",
)  # one tier shows it: matters of the judge
PLANTED = ("katas/canary.txt", "solutions/canary.txt", "canary.txt", ".git/objects/00/canary", "questions/canary.txt")


class Attack(msgspec.Struct, frozen=True):
    """One hostile submission, or a benign oddity."""

    path: Path
    kata: str
    tiers: frozenset[str]
    verdicts: frozenset[str]
    in_plain: frozenset[str]
    may_earn: bool
    forging: bool
    within: float  # seconds
    quick: bool

    @property
    def name(self) -> str:
        return f"{self.path.parts[-3]}-{self.path.stem}"

    def allowed(self, tier: str) -> frozenset[str]:
        return self.in_plain if tier == "plain" else self.verdicts


class Aftermath(msgspec.Struct):
    """What a run left: the report, and everything that must be as it was."""

    status: int
    report: dict[str, Any]
    written: str  # all that came out of the grader: the report and standard error
    watched: Watched
    token: str
    changed: list[str]  # files that are not as they were, and new ones
    temporary: list[str]  # what lies in the folder for temporary files
    mounts: list[str]  # of the machine that came or went
    connections: int  # to a server of this machine

    @property
    def results(self) -> dict[str, dict[str, Any]]:
        return {result["member"].split("-", 1)[1]: result for result in self.report["results"]}

    @property
    def neighbours(self) -> list[dict[str, Any]]:
        return [result for result in self.report["results"] if result["member"].endswith("-neighbour")]


def attacks() -> list[Attack]:
    """All of them, in a fixed order."""
    return [_read(path) for path in sorted(HERE.glob("*/*/*.py"))]


def grade(chosen: Sequence[Attack], tier: str, jobs: int, folder: Path) -> Aftermath:
    """Grade `chosen` as a cohort in `folder`, a neighbour after each, among planted canaries."""
    token = f"canary-{secrets.token_hex(16)}"
    places = {name: folder / name for name in ("content", "home", "project", "submissions", "temporary")}
    _plant(places, token)
    with _server() as (port, heard):
        words = {f"@{name.upper()}@": str(place) for name, place in places.items()}
        words |= {"@PORT@": str(port), "@CHECKOUT@": str(CHECKOUT)}
        _hand_in(chosen, places["submissions"], words)
        before, mounts = _digests(places), _mounts()
        report = folder / "watched.json"
        call = [sys.executable, str(HERE / "watching.py"), tier, str(report), "grade", str(places["submissions"])]
        call += ["--json", "-", "--no-cache", "--lang", "en", "--jobs", str(jobs)]
        done = subprocess.run(
            call, capture_output=True, text=True, timeout=900, cwd=places["project"], env=_environment(places, token)
        )
        connections = heard()
    assert done.stdout, f"no report came; status {done.returncode}: {done.stderr[-3000:]}"
    return Aftermath(
        status=done.returncode,
        report=json.loads(done.stdout),
        written=done.stdout + done.stderr,
        watched=msgspec.json.decode(report.read_bytes(), type=Watched),
        token=token,
        changed=sorted({name for name, _ in before.items() ^ _digests(places).items()}),
        temporary=os.listdir(places["temporary"]),
        mounts=sorted(_mounts() ^ mounts),
        connections=connections,
    )


def _mounts() -> set[str]:
    return set(Path("/proc/self/mounts").read_text().splitlines())


def _read(path: Path) -> Attack:
    head = re.match(r'\s*"""(.*?)"""', path.read_text(encoding="utf-8"), re.DOTALL)
    said = dict(re.findall(r"^(\w+): (.+)$", head.group(1), re.MULTILINE)) if head else {}
    if unknown := said.keys() - {"kata", "tiers", "also", "plain", "points", "with", "within", "quick"}:
        raise ValueError(f"{path}: unknown words in its docstring: {sorted(unknown)}")
    verdicts = frozenset({path.parent.name, *_words(said.get("also", ""))})
    return Attack(
        path=path,
        kata=said.get("kata", "stable_softmax"),
        tiers=frozenset(said.get("tiers", "full" if path.parts[-3] in JUDGED_ALIKE else "full locked plain").split()),
        verdicts=verdicts,
        in_plain=frozenset(_words(said["plain"])) if "plain" in said else verdicts,
        may_earn="points" in said or path.parent.name == "passed",
        forging=said.get("with") == "forging",
        within=float(said.get("within", LONGEST)),
        quick="quick" in said,
    )


def _words(listed: str) -> list[str]:
    return re.findall(r"\w+", listed.partition("(")[0])


def _plant(places: dict[str, Path], token: str) -> None:
    for place in places.values():
        place.mkdir()
        place.chmod(0o755)
    for name in CONTENT:
        shutil.copytree(CHECKOUT / name, places["content"] / name, ignore=shutil.ignore_patterns("__pycache__"))
    for path in (places["content"] / "solutions").glob("*/*/*.py"):  # suites and references: a line that says nothing
        path.write_text(path.read_text(encoding="utf-8") + f"\n# {token}\n", encoding="utf-8")
    (places["project"] / ".env").write_text(f"TOKEN={token}\n")
    for place in (places["content"], places["home"], places["project"], places["submissions"]):
        for name in PLANTED:
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            (place / name).write_text(token)


def _hand_in(chosen: Sequence[Attack], folder: Path, words: dict[str, str]) -> None:
    forging = (HERE / "forging.py").read_text(encoding="utf-8")
    for index, attack in enumerate(chosen):
        source = attack.path.read_text(encoding="utf-8")
        for word, value in words.items():
            source = source.replace(word, value)
        _one(folder / f"{index:03}a-{attack.name}", attack.kata, forging + source if attack.forging else source)
        _one(folder / f"{index:03}b-neighbour", "stable_softmax", NEIGHBOUR.read_text(encoding="utf-8"))


def _one(folder: Path, kata: str, source: str) -> None:
    folder.mkdir()
    (folder / f"{kata}.py").write_text(source, encoding="utf-8")


def _environment(places: dict[str, Path], token: str) -> dict[str, str]:
    names = {"HOME": "home", "DOJO_HOME": "home", "DOJO_CONTENT": "content", "TMPDIR": "temporary"}
    return {
        "PATH": os.environ["PATH"],
        "DOJO_CANARY": token,
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONPATH": str(CHECKOUT),
        **{variable: str(places[name]) for variable, name in names.items()},
    }


def _digests(places: dict[str, Path]) -> dict[str, str]:
    """Every file of ours, and the machine's folders that anybody may write to, by their names."""
    found = {
        str(path): hashlib.sha256(path.read_bytes()).hexdigest()
        for name, place in places.items()
        if name != "temporary"
        for path in place.rglob("*")
        if path.is_file()
    }
    for place in ("/tmp", "/var/tmp", "/dev/shm", "/run", "/"):
        left = [name for name in os.listdir(place) if re.match("left.behind", name, re.IGNORECASE)]
        found |= {f"{place}/{name}": "" for name in left}
    return found


@contextmanager
def _server() -> Iterator[tuple[int, Callable[[], int]]]:
    """A port of this machine, and how many have connected to it."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)

        def heard() -> int:
            for count in itertools.count():
                try:
                    server.accept()[0].close()
                except BlockingIOError:
                    return count
            raise AssertionError("unreachable")

        yield server.getsockname()[1], heard
