"""What travels to a Dask worker, what is compared before it does, and the judges that stay warm there."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from grader.catalogue import load
from grader.cohort.cluster.crew import Crew, JudgeDied
from grader.cohort.cluster.parcel import pack, unpack
from grader.cohort.cluster.remote import WORKER_SIDE
from grader.cohort.cluster.worker import environment
from grader.cohort.cluster.workers import differing
from grader.cohort.discovery import Found
from grader.judge.submissions import Job
from grader.judge.verdicts import Result, Verdict
from tests.grader.cohort.running_cluster import command_lines, running_cluster, wait_until
from tests.grader.test_pool import KATA, SUITE
from tests.grader.toy_content import put, write

RIGHT = b"def stay():\n    return 1\n"
ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")


def below(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_a_parcel_holds_the_katas_that_are_graded_and_what_all_share_and_no_other(tmp_path: Path) -> None:
    there, here = tmp_path / "there", tmp_path / "here"
    here.mkdir()
    write(there)
    put(there, "katas/toys/stay/kata.yaml", KATA)
    put(there, "solutions/toys/stay/test_hidden.py", SUITE)
    put(there, "katas/topics.yaml", "toys: {en: Toys, zh: 玩具}\n")
    put(there, "solutions/shared.py", "A = 1\n")
    put(there, "solutions/toys/tally/__pycache__/tally.cpython-311.pyc", "x")
    (there / "solutions/toys/tally/weights.bin").write_bytes(bytes(range(256)))
    os.mkfifo(there / "katas/toys/tally/pipe")
    unpack(pack([load(there)["tally"]]), here)
    expected = {name: data for name, data in below(there).items() if "/stay/" not in name and ".pyc" not in name}
    assert below(here) == expected
    assert pack([load(here)["tally"]]) == pack([load(there)["tally"]])


def test_an_empty_room_is_there_too_for_it_tells_a_learners_copy_from_a_kata_without_a_suite(tmp_path: Path) -> None:
    for name in ("there", "here"):
        (tmp_path / name).mkdir()
    put(tmp_path / "there", "katas/toys/stay/kata.yaml", KATA)
    kata = load(tmp_path / "there")["stay"]
    for released in (True, False):
        if not released:
            (tmp_path / "there" / "solutions").mkdir()
        place = tmp_path / f"here/{released}"
        place.mkdir()
        unpack(pack([kata]), place)
        assert load(place)["stay"].released is released


@pytest.mark.parametrize("part", ["python", "machine", "nlp-dojo", "numpy", "torch", "pytest", "distributed", "grader"])
def test_each_part_of_an_environment_counts(part: str) -> None:
    here = environment()
    assert differing(here, environment()) is None
    said = differing(here, {**here, part: "0.0.1\x1b[2J"})
    assert said is not None
    assert "\x1b" not in said.en
    assert part == "grader" or f"it has {part} 0.0.1\\x1b[2J, this machine has {here[part]}" == said.en


def test_what_only_one_of_two_machines_has_is_said() -> None:
    here = environment()
    said = differing(here, {**here, "torch": None})
    assert said is not None
    assert said.en == f"it has no torch, this machine has {here['torch']}"
    said = differing({**here, "torch": None}, here)
    assert said is not None
    assert said.zh == f"它有 torch {here['torch']}，本机没有"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A content folder with one small kata."""
    put(tmp_path, "katas/toys/stay/kata.yaml", KATA)
    put(tmp_path, "katas/toys/stay/stay.py", RIGHT.decode())
    put(tmp_path, "solutions/toys/stay/test_hidden.py", SUITE)
    put(tmp_path, "solutions/toys/stay/stay.py", RIGHT.decode())
    return tmp_path


@pytest.fixture
def crew(root: Path, tmp_path: Path) -> Iterator[Crew]:
    crew = Crew(tmp_path, ["stay"], "plain", "00", idle=2.0)
    yield crew
    wait_until(lambda: not judges(tmp_path))  # each ends when it has been idle


def judges(folder: Path) -> set[int]:
    return {pid for pid, line in command_lines() if str(folder) in line and "serve_on" in line}


def graded(crew: Crew, source: bytes) -> Result:
    return msgspec.msgpack.decode(
        crew.grade(msgspec.msgpack.encode(Job("stay", source, None, "ana", "f"))), type=Result
    )


@pytest.mark.slow
@ON_LINUX
def test_one_judge_grades_one_submission_after_another_and_ends_when_none_comes(crew: Crew, tmp_path: Path) -> None:
    verdicts = [graded(crew, source).verdict for source in (RIGHT, RIGHT.replace(b"1", b"2"))]
    first = judges(tmp_path)
    assert graded(crew, RIGHT).member == "ana"
    assert verdicts == [Verdict.PASSED, Verdict.FAILED]
    assert judges(tmp_path) == first
    assert len(first) == 1
    wait_until(lambda: not judges(tmp_path))
    assert graded(crew, RIGHT).verdict is Verdict.PASSED
    assert len(judges(tmp_path) - first) == 1


@pytest.mark.slow
@ON_LINUX
def test_a_judge_that_dies_is_replaced(crew: Crew, tmp_path: Path) -> None:
    assert graded(crew, RIGHT).verdict is Verdict.PASSED
    (judge,) = judges(tmp_path)
    os.kill(judge, signal.SIGKILL)
    with pytest.raises(JudgeDied):
        graded(crew, RIGHT)
    assert graded(crew, RIGHT).verdict is Verdict.PASSED
    assert judge not in judges(tmp_path)


class Read(list[Found]):
    """Submissions that count how many of them were read."""

    count = 0

    def __iter__(self) -> Iterator[Found]:
        for one in super().__iter__():
            self.count += 1
            yield one


@pytest.mark.slow
@ON_LINUX
def test_few_submissions_are_on_their_way_and_a_worker_that_lost_its_content_gets_it_again(root: Path) -> None:
    from distributed import Client

    from grader.cohort.cluster.organiser import Cluster

    found = Read()
    for number in range(20):
        put(root, f"group/{number}/stay.py", f"def stay():\n    return {number % 2}\n# {number}\n")
        found.append(Found(str(number), "stay", root / f"group/{number}/stay.py"))
    verdicts: dict[int, Verdict] = {}
    handler = signal.getsignal(signal.SIGINT)

    def note(index: int, result: Result) -> None:
        verdicts[index] = result.verdict
        assert found.count - len(verdicts) <= 2  # one thread: one at work and one at hand

    with running_cluster(root / "cluster") as running:
        running.worker("--no-nanny", name="one")
        with Cluster(running.address, [load(root)["stay"]], "off", None, lambda what: pytest.fail(what.en)) as cluster:
            with Client(running.address, set_as_default=False) as client:
                client.submit(eval, f"__import__('{WORKER_SIDE}', fromlist=['worker'])._crews.clear()", {}).result()
            cluster.grade_all(found, note)
            assert cluster.tier == "plain"
        assert len(running.judges()) == 1
    assert verdicts == {number: Verdict.PASSED if number % 2 else Verdict.FAILED for number in range(20)}
    assert signal.getsignal(signal.SIGINT) is handler
