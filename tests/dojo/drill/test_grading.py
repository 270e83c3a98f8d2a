"""`dojo kata test` from the outside: verdicts, exit statuses, what is kept."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from grader.catalogue import load
from grader.content import content_root

KATAS = load(content_root({}))
SOFTMAX = KATAS["stable_softmax"]
DOJO = [sys.executable, "-c", "from dojo.cli import main; main()"]


def dojo(where: Path, *args: str, **environ: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "DOJO_HOME": str(where / "home"), "DOJO_LANG": "en", **environ}
    env.pop("PYTHONPATH", None)
    call = [*DOJO, *args, "--sandbox", "off"]
    return subprocess.run(call, cwd=where, env=env, capture_output=True, text=True, timeout=120)


def test_kata_test_exits_0_for_a_right_solution_and_1_for_a_wrong_one(tmp_path: Path) -> None:
    file = tmp_path / "stable_softmax.py"
    file.write_bytes(SOFTMAX.reference.read_bytes())
    passed = dojo(tmp_path, "kata", "test")
    assert (passed.returncode, "passed" in passed.stdout) == (0, True)
    file.write_bytes((SOFTMAX.solution / "wrong" / "no_maximum.py").read_bytes())
    failed = dojo(tmp_path, "kata", "test", "stable_softmax.py")
    assert failed.returncode == 1
    assert "math range error" in failed.stdout
    assert failed.stdout.startswith("error  ")
    assert failed.stdout.split("\n")[1].startswith("Perhaps: ")
    assert failed.stdout.count("Perhaps: ") == 1
    assert "def test_" not in failed.stdout + failed.stderr
    file.write_bytes(SOFTMAX.starter.read_bytes())
    assert re.search(r"All \d\d tests end the same way:", dojo(tmp_path, "kata", "test").stdout)


def test_a_verdict_whose_reader_leaves_is_kept_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "stable_softmax.py").write_bytes(SOFTMAX.reference.read_bytes())
    reader, writer = os.pipe()
    os.close(reader)
    env = {**os.environ, "DOJO_HOME": str(tmp_path / "home"), "DOJO_LANG": "en"}
    call = [*DOJO, "kata", "test", "--sandbox", "off"]
    done = subprocess.run(call, cwd=tmp_path, env=env, stdout=writer, stderr=subprocess.PIPE, timeout=120)
    os.close(writer)
    assert (done.returncode, done.stderr) == (141, b"")
    assert "stable_softmax" in dojo_stats(tmp_path)


def dojo_stats(where: Path) -> str:
    env = {**os.environ, "DOJO_HOME": str(where / "home"), "DOJO_LANG": "en"}
    done = subprocess.run([*DOJO, "stats"], cwd=where, env=env, capture_output=True, text=True, timeout=60)
    return done.stdout
