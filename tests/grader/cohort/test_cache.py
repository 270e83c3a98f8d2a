"""Verdicts that are kept: under all that they depend on, believed from nobody else, and never in the way."""

from __future__ import annotations

import importlib.metadata
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from grader.catalogue import load
from grader.cohort import cache as module
from grader.cohort.cache import VerdictCache, distrusted
from grader.judge.verdicts import Bilingual, Result, TestResult, Verdict
from tests.grader.toy_content import put, write

SOURCE = b"def total(items): return sum(items)\n"
PASSED = Result("ana", "tally", "ana/tally.py", Verdict.PASSED, 1.0, 5, 5, 0.1)


def opened(root: Path, tier: str = "full") -> VerdictCache:
    return VerdictCache(root / "home" / "cache" / "verdicts", load(root).values(), tier)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write(tmp_path)
    put(tmp_path, "solutions/shared.py", "A = 1\n")
    put(tmp_path, "solutions/toys/common.py", "A = 1\n")
    return tmp_path


@pytest.fixture
def kept(root: Path) -> Path:
    """A content folder, and a passed verdict kept."""
    opened(root).put(SOURCE, PASSED)
    return root


def entry(root: Path) -> Path:
    (path,) = (root / "home" / "cache" / "verdicts").iterdir()
    return path


def test_a_verdict_is_kept_without_the_name_of_who_got_it(kept: Path) -> None:
    assert opened(kept).get("tally", SOURCE) == msgspec.structs.replace(PASSED, member=None, file=None)
    assert opened(kept).get("tally", SOURCE + b"#") is None
    assert opened(kept, "plain").get("tally", SOURCE) is None


@pytest.mark.parametrize("verdict", [Verdict.TIMEOUT, Verdict.MEMORY, Verdict.BROKEN, Verdict.ERROR])
def test_what_a_busy_machine_could_have_caused_is_not_kept(root: Path, verdict: Verdict) -> None:
    for _ in range(3):
        opened(root).put(SOURCE, msgspec.structs.replace(PASSED, verdict=verdict, cacheable=False))
        assert opened(root).get("tally", SOURCE) is None


def timed_out(*names: str) -> Result:
    tests = [TestResult(name, Bilingual(name, name), Verdict.TIMEOUT, 0, 1) for name in names]
    return msgspec.structs.replace(PASSED, verdict=Verdict.TIMEOUT, points=0, score=0.0, tests=tuple(tests))


def test_a_time_out_is_kept_when_it_happens_a_second_time_in_the_same_tests(root: Path) -> None:
    opened(root).put(SOURCE, timed_out("a"))
    assert opened(root).get("tally", SOURCE) is None
    opened(root).put(SOURCE, timed_out("a", "b"))
    assert opened(root).get("tally", SOURCE) is None
    opened(root).put(SOURCE, timed_out("a", "b"))
    assert opened(root).get("tally", SOURCE) == msgspec.structs.replace(timed_out("a", "b"), member=None, file=None)


def test_what_was_a_time_out_once_and_then_passed_has_passed(root: Path) -> None:
    opened(root).put(SOURCE, timed_out("a"))
    opened(root).put(SOURCE, PASSED)
    kept = opened(root).get("tally", SOURCE)
    assert kept is not None
    assert kept.verdict is Verdict.PASSED


@pytest.mark.parametrize(
    "name",
    [
        "katas/toys/tally/kata.yaml", "katas/toys/tally/tally.py", "katas/toys/tally/support.py",
        "katas/toys/tally/data/table.json", "solutions/toys/tally/tally.py", "solutions/toys/tally/test_hidden.py",
        "solutions/toys/tally/wrong/off_by_one.py", "solutions/toys/tally/weights.bin", "solutions/shared.py",
        "solutions/toys/common.py", "solutions/toys/lib/helper.py", "katas/shared.json",
    ],
)  # fmt: skip
def test_each_file_that_a_verdict_depends_on_counts(kept: Path, name: str) -> None:
    path = kept / name
    put(kept, name, path.read_text() + "\n" if path.exists() else "new")
    assert opened(kept).get("tally", SOURCE) is None


@pytest.mark.parametrize(
    "name",
    [
        "katas/toys/tally/support.py",
        "solutions/toys/tally/test_hidden.py",
        "solutions/shared.py",
        "katas/toys/tally/new.py",
    ],
)
def test_a_verdict_is_not_kept_if_a_file_changed_while_it_was_found(root: Path, name: str) -> None:
    cache = opened(root)
    put(root, name, (root / name).read_text() + "\n" if (root / name).exists() else "new")
    cache.put(SOURCE, PASSED)
    assert cache.get("tally", SOURCE) is None
    assert opened(root).get("tally", SOURCE) is None


def test_what_python_compiles_meanwhile_is_no_change(root: Path) -> None:
    cache = opened(root)
    put(root, "solutions/toys/tally/__pycache__/tally.cpython-311.pyc", "x")
    put(root, "katas/toys/tally/__pycache__/support.cpython-311.pyc", "x")
    cache.put(SOURCE, PASSED)
    assert cache.get("tally", SOURCE) is not None


def test_a_change_that_was_taken_back_with_its_time_is_still_one(root: Path) -> None:
    cache, suite = opened(root), root / "solutions/toys/tally/test_hidden.py"
    about, text = suite.stat(), suite.read_text()
    suite.write_text(text[::-1])
    suite.write_text(text)
    os.utime(suite, ns=(about.st_atime_ns, about.st_mtime_ns))
    cache.put(SOURCE, PASSED)
    assert cache.get("tally", SOURCE) is None


def test_a_file_counts_by_its_place(kept: Path) -> None:
    wrong = kept / "solutions/toys/tally/wrong"
    (wrong / "off_by_one.py").rename(kept / "solutions/toys/tally/right/off_by_one.py")
    assert opened(kept).get("tally", SOURCE) is None


def test_another_kata_and_what_python_compiled_do_not_count(kept: Path) -> None:
    shutil.copytree(kept / "katas/toys/tally", kept / "katas/toys/other")
    shutil.copytree(kept / "solutions/toys/tally", kept / "solutions/toys/other")
    put(kept, "solutions/toys/tally/__pycache__/tally.cpython-311.pyc", "x")
    assert opened(kept).get("tally", SOURCE) is not None


@pytest.mark.parametrize("library", ["pytest", "hypothesis", "msgspec", "numpy", "torch", "nlp-dojo"])
def test_each_library_counts(kept: Path, library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    real = importlib.metadata.version
    monkeypatch.setattr(module.importlib.metadata, "version", lambda name: "0" if name == library else real(name))
    assert opened(kept).get("tally", SOURCE) is None


def test_python_counts(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version", "3.99")
    assert opened(kept).get("tally", SOURCE) is None


def test_the_graders_own_code_counts(kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ours = tmp_path / "elsewhere" / "grader"
    shutil.copytree(module.GRADER, ours)
    monkeypatch.setattr(module, "GRADER", ours)
    assert opened(kept).get("tally", SOURCE) is not None
    with (ours / "judge" / "compare.py").open("a") as file:
        file.write("# changed\n")
    assert opened(kept).get("tally", SOURCE) is None


def deep() -> bytes:
    return b"\x91" * 100_000 + b"\xc0"


@pytest.mark.parametrize(
    "data",
    [
        b"", b"\xff\xfe", b"\x80", deep(), b"\xa2\xff\xff", msgspec.msgpack.encode({"kata": 1}),
        msgspec.msgpack.encode(PASSED)[:-3], msgspec.msgpack.encode(PASSED).replace(b"tally.py", b"\xff\xfelly.py"),
        msgspec.msgpack.encode(msgspec.structs.replace(PASSED, kata="other")),
        msgspec.msgpack.encode(msgspec.structs.replace(PASSED, verdict=Verdict.MEMORY)),
    ],
    ids=["empty", "no message", "empty map", "deep", "no text", "other", "cut", "bad text", "another kata", "not kept"],
)  # fmt: skip
def test_a_damaged_entry_is_no_entry_and_is_replaced(kept: Path, data: bytes) -> None:
    path = entry(kept)
    path.write_bytes(data)
    assert opened(kept).get("tally", SOURCE) is None
    opened(kept).put(SOURCE, PASSED)
    assert opened(kept).get("tally", SOURCE) is not None


@pytest.mark.parametrize("kind", ["pipe", "folder", "link", "huge"])
def test_what_is_no_file_in_an_entrys_place_makes_nobody_wait_and_leaves_nothing(kept: Path, kind: str) -> None:
    path = entry(kept)
    data = path.read_bytes()
    path.unlink()
    match kind:
        case "pipe":
            os.mkfifo(path)
        case "folder":
            path.mkdir()
        case "link":
            (kept / "planted").write_bytes(data)
            path.symlink_to(kept / "planted")
        case "huge":
            with path.open("wb") as file:
                file.truncate(1 << 40)
    assert opened(kept).get("tally", SOURCE) is None
    opened(kept).put(SOURCE, PASSED)
    assert len(list(path.parent.iterdir())) == 1


def open_to_all(folder: Path) -> None:
    folder.chmod(0o777)


def open_to_the_group(folder: Path) -> None:
    folder.chmod(0o770)


def in_a_folder_open_to_all(folder: Path) -> None:
    folder.parent.chmod(0o777)


def a_link(folder: Path) -> None:
    folder.rename(folder.with_name("real"))
    folder.symlink_to("real")


@pytest.mark.parametrize("spoil", [open_to_all, open_to_the_group, in_a_folder_open_to_all, a_link])
def test_a_folder_that_others_may_write_to_is_not_believed(kept: Path, spoil: Callable[[Path], None]) -> None:
    folder = entry(kept).parent
    assert distrusted(folder) is None
    spoil(folder)
    assert distrusted(folder) is not None
    before = sorted(os.listdir(folder))
    assert opened(kept).get("tally", SOURCE) is None
    opened(kept).put(SOURCE + b"#", PASSED)
    assert sorted(os.listdir(folder)) == before


def test_somebody_elses_folder_is_not_believed(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    assert opened(kept).get("tally", SOURCE) is None


def test_a_new_folder_is_for_its_owner_alone_whatever_the_mask(root: Path) -> None:
    before = os.umask(0o002)
    try:
        opened(root).put(SOURCE, PASSED)
    finally:
        os.umask(before)
    assert opened(root).get("tally", SOURCE) is not None


def test_a_file_in_the_folders_place_costs_only_the_cache(root: Path) -> None:
    put(root, "home/cache/verdicts", "")
    opened(root).put(SOURCE, PASSED)
    assert opened(root).get("tally", SOURCE) is None
