"""The built wheel: both names of the command, and the content that they need."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
RESULTS = '{"schema": 1, "versions": {}, "sandbox": "full", "members": [], "left_out": [], "results": []}'


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which the wheel was installed, without its dependencies."""
    where = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "wheel", "--no-deps", "--wheel-dir", str(where), str(ROOT)], check=True, timeout=300)
    (wheel,) = where.glob("nlp_dojo-*.whl")
    subprocess.run([*pip, "install", "--no-deps", "--target", str(where / "at"), str(wheel)], check=True, timeout=300)
    return where / "at"


@pytest.mark.slow
def test_the_first_start_from_a_wheel_compiles_no_bank(installed: Path, tmp_path: Path) -> None:
    program = "import sys; from dojo.cli import main; sys.modules['dojo.bank.compile'] = None; main()"
    env = {**os.environ, "PYTHONPATH": str(installed), "DOJO_HOME": str(tmp_path), "DOJO_LANG": "en"}
    call = [sys.executable, "-c", program, "quiz", "--plain", "--count", "1"]
    done = subprocess.run(call, cwd=tmp_path, env=env, input="", capture_output=True, text=True, timeout=120)
    assert "score: 0/0" in done.stdout, done.stderr
    bank = installed / "dojo" / "content" / "questions" / "rag.yaml"
    text = bank.read_text(encoding="utf-8")
    bank.write_text(text + "\n", encoding="utf-8")  # an edited bank has to be compiled, and the check above can fail
    other = {**env, "DOJO_HOME": str(tmp_path / "other")}
    done = subprocess.run(call, cwd=tmp_path, env=other, input="", capture_output=True, text=True, timeout=120)
    bank.write_text(text, encoding="utf-8")
    assert "dojo.bank.compile" in done.stderr


@pytest.mark.slow
@pytest.mark.parametrize("name", ["dojo", "nlp-dojo"])
def test_the_wheel_has_the_command_under_both_names(installed: Path, name: str, tmp_path: Path) -> None:
    env = {**os.environ, "PYTHONPATH": str(installed), "DOJO_HOME": str(tmp_path), "DOJO_LANG": "en"}
    command = str(installed / "bin" / name)
    call = [command, "quiz", "--plain", "--count", "1", "--seed", "1"]
    done = subprocess.run(call, cwd=tmp_path, env=env, input="", capture_output=True, text=True, timeout=120)
    assert "score: 0/0" in done.stdout, done.stderr
    listed = subprocess.run(
        [command, "kata", "list"], cwd=tmp_path, env=env, capture_output=True, text=True, timeout=60
    )
    assert " stable_softmax " in listed.stdout, listed.stderr
    for form, begins in (("html", "<!doctype html>"), ("csv", '"member",')):
        results = subprocess.run(
            [command, "report", "-", "--format", form], cwd=tmp_path, env=env, input=RESULTS, capture_output=True,
            text=True, timeout=60,
        )  # fmt: skip
        assert results.stdout.startswith(begins), results.stderr
    group = [command, "group", "new", "group"]
    subprocess.run(group, cwd=tmp_path, env=env, check=True, capture_output=True, timeout=60)
    assert (tmp_path / "group" / ".github" / "workflows" / "grade.yml").is_file()
    usage = subprocess.run([command, "--help"], cwd=tmp_path, env=env, capture_output=True, text=True, timeout=60)
    assert usage.stdout.startswith(f"Usage: {name} ")
