"""The release workflow: which job may do what, and the check of the tag, run here as a runner would run it."""

from __future__ import annotations

import os
import re
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
JOBS = yaml.safe_load((ROOT / ".github" / "workflows" / "release.yml").read_text(encoding="utf-8"))["jobs"]
VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]


def test_only_the_job_that_runs_none_of_our_code_may_upload() -> None:
    assert JOBS["publish"]["permissions"] == {"id-token": "write"}
    assert not [step for step in JOBS["publish"]["steps"] if "run" in step]
    assert "permissions" not in JOBS["build"]  # the workflow's: reading the repository


def test_a_release_passes_ci_and_is_installed_before_it_is_uploaded() -> None:
    runs = [step.get("run") for step in JOBS["build"]["steps"]]
    assert runs.index("bash .ci/run") < runs.index("bash .ci/release")
    assert JOBS["publish"]["needs"] == "build"


@pytest.mark.parametrize(
    ("tag", "newest", "said"),
    [
        (f"v{VERSION}", VERSION, ""),
        ("v99.0", VERSION, f"the tag is v99.0, pyproject.toml has {VERSION}\n"),
        (f"v{VERSION}", "99.0", "CHANGELOG.md begins with 99.0\n"),
    ],
)
def test_tag_version_and_changelog_must_agree(tag: str, newest: str, said: str, tmp_path: Path) -> None:
    (step,) = (step for step in JOBS["build"]["steps"] if "TAG" in step.get("env", {}))
    changes = re.sub(r"(?m)^## .*", f"## {newest}", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), count=1)
    (tmp_path / "CHANGELOG.md").write_text(changes, encoding="utf-8")
    (tmp_path / "pyproject.toml").write_bytes((ROOT / "pyproject.toml").read_bytes())
    call = ["bash", "-eo", "pipefail", "-c", step["run"]]
    done = subprocess.run(call, cwd=tmp_path, env={**os.environ, "TAG": tag}, capture_output=True, text=True)
    assert (done.stdout, done.returncode) == (said, int(bool(said)))


def test_the_changelog_begins_with_the_version() -> None:
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.findall(r"(?m)^## (.*)", changes)[0] == VERSION
