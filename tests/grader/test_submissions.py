"""What is handed in is read once, in bounded time and memory, whatever lies at its place."""

from __future__ import annotations

import json
import os
import sys
import tracemalloc
from pathlib import Path

import pytest

from grader.cohort.discovery import Found, job_for
from grader.judge.submissions import LARGEST, Unreadable, read_submission

NOTEBOOK = {"cells": [{"cell_type": "code", "source": ["def f():\n", "    return 1\n"]}], "nbformat": 4, "metadata": {}}


def why(path: Path) -> str:
    with pytest.raises(Unreadable) as refused:
        read_submission(path)
    assert refused.value.why.zh
    return refused.value.why.en


def test_a_file_is_read_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "a.py"
    file.write_bytes(b"x = '\xff'\r\n")
    assert read_submission(file) == b"x = '\xff'\r\n"


def test_a_file_that_is_not_there_and_a_folder_are_refused(tmp_path: Path) -> None:
    assert "no such file" in why(tmp_path / "a.py")
    assert why(tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="needs links that anybody may make")
@pytest.mark.parametrize("target", ["there", "nowhere", "/dev/zero", "loop"])
def test_a_link_is_refused_wherever_it_leads(tmp_path: Path, target: str) -> None:
    (tmp_path / "there").write_text("x = 1\n")
    link = tmp_path / "loop"
    link.symlink_to(target)
    assert "link" in why(link)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs FIFOs")
def test_a_fifo_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.py")
    assert "regular" in why(tmp_path / "a.py")


@pytest.mark.skipif(sys.platform == "win32", reason="needs devices")
def test_a_device_is_refused() -> None:
    assert "regular" in why(Path("/dev/zero"))


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    file = tmp_path / "a.py"
    with file.open("wb") as sparse:
        sparse.truncate(3 << 30)
    tracemalloc.start()
    try:
        assert "larger" in why(file)
        assert tracemalloc.get_traced_memory()[1] < LARGEST
    finally:
        tracemalloc.stop()


def test_the_largest_file_is_read_and_one_byte_more_is_not(tmp_path: Path) -> None:
    file = tmp_path / "a.py"
    file.write_bytes(b"#" * LARGEST)
    assert len(read_submission(file)) == LARGEST
    file.write_bytes(b"#" * (LARGEST + 1))
    assert "larger" in why(file)


@pytest.mark.parametrize("before", ["", "\ufeff", "\n\n "])
def test_a_notebook_saved_as_py_is_told_from_a_program(tmp_path: Path, before: str) -> None:
    file = tmp_path / "a.py"
    file.write_text(before + json.dumps(NOTEBOOK, indent=1), encoding="utf-8")
    assert "notebook" in why(file)
    job = job_for(Found("ana", "stable_softmax", file))
    assert job.source is None
    assert job.trouble is not None
    assert "notebook" in job.trouble.zh


@pytest.mark.parametrize("text", ['{"cells": 1}\n', '{"cells"}\n', "{'cells': []}\n", '{"cells": [' * 5000, ""])
def test_a_program_that_only_looks_like_one_is_read(tmp_path: Path, text: str) -> None:
    file = tmp_path / "a.py"
    file.write_text(text)
    assert read_submission(file) == text.encode()
