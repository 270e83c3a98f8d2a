"""docs/group.md: its commands exist, its YAML is YAML, its inputs are the action's, and its rules hold."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from dojo.cli import main
from grader.catalogue import load
from grader.content import content_root
from grader.judge.probing import probe

ROOT = Path(__file__).resolve().parent.parent
TEXT = (ROOT / "docs" / "group.md").read_text(encoding="utf-8")
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
BLOCKS = [yaml.safe_load(block) for block in re.findall(r"(?s)```yaml\n(.*?)```", TEXT)]
CALLS = re.findall(r"^(?: *- run: )?dojo ([^#\n]+)", TEXT, re.MULTILINE)


def steps(document: Any) -> list[dict[str, Any]]:
    return [step for job in document["jobs"].values() for step in job["steps"]]


@pytest.mark.parametrize("call", CALLS)
def test_every_command_line_is_one_that_dojo_takes(call: str) -> None:
    command: click.Command = main
    words = call.split()
    context = click.Context(main)
    while isinstance(command, click.Group):
        found = command.get_command(context, words.pop(0))
        assert found is not None
        command = found
    known = {option for param in command.params for option in param.opts}
    assert {word for word in words if word.startswith("--")} <= known
    parsed = command.make_context("dojo", list(words), resilient_parsing=True)
    assert parsed.params


def test_the_table_names_every_input_with_its_default() -> None:
    rows = dict(
        re.findall(r"^\| ((?:`[\w-]+`(?:, )?)+) \|([^|]*)\|", TEXT.partition("The action's inputs")[2], re.MULTILINE)
    )
    named = {name: default for names, default in rows.items() for name in re.findall(r"`([\w-]+)`", names)}
    assert set(named) == set(ACTION["inputs"])
    for name, default in named.items():
        assert default.strip(" `") == ACTION["inputs"][name]["default"]


def test_workflows_name_inputs_that_exist_and_give_no_more_than_reading() -> None:
    assert len(BLOCKS) == 2
    for document in BLOCKS:
        (grade,) = [step for step in steps(document) if step.get("uses", "").startswith("nlp-dojo/")]
        assert set(grade["with"]) <= set(ACTION["inputs"])
        for step in steps(document):
            assert "${{" not in step.get("run", "")
            if step.get("uses", "").startswith("actions/checkout"):
                assert step["with"]["persist-credentials"] is False


def test_a_workflow_with_a_secret_keeps_it_in_one_step_and_what_was_handed_in_apart() -> None:
    (document,) = [document for document in BLOCKS if document.get(True) == "pull_request_target"]
    assert document["permissions"] == {"contents": "read"}
    with_secret = [step for step in steps(document) if "secrets." in str(step)]
    assert len(with_secret) == 1
    assert with_secret[0]["uses"].startswith("actions/checkout")
    (submitted,) = [step for step in steps(document) if "refs/pull/" in str(step)]
    assert submitted["with"]["path"] == "submitted"
    assert steps(document)[-1]["with"]["cache"] == "false"  # a fork's verdicts are kept for nobody


@pytest.mark.skipif(probe().best is None, reason="no sandbox works here; see: dojo doctor")
def test_the_autograder_for_classroom_50_writes_its_files_in_a_students_checkout(tmp_path: Path) -> None:
    (script,) = re.findall(r"(?s)```python\n(.*?)```", TEXT)
    script = re.sub(r".*pip.*\n", "", script).replace("/tmp/results.json", str(tmp_path / "results.json"))
    (tmp_path / "autograder.py").write_text(script)
    checkout = tmp_path / "checkout"
    checkout.mkdir()
    kata = load(content_root({}))["stable_softmax"]
    (checkout / "stable_softmax.py").write_bytes(kata.reference.read_bytes())
    names = ("CLASSROOM", "ASSIGNMENT", "COMMIT_URL", "RELEASE_URL", "OWNER")
    env = {**os.environ, **dict.fromkeys(names, "x"), "SUBMISSION_TAG": "submit/x", "DOJO_HOME": str(tmp_path / "home")}
    env["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{env['PATH']}"
    call = [sys.executable, str(tmp_path / "autograder.py")]
    done = subprocess.run(call, cwd=checkout, env=env, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    document = json.loads((checkout / "result.json").read_text())
    assert document["score"] == document["max-score"] > 0
    assert (checkout / "release-body.md").is_file()
    (checkout / "stable_softmax.py").rename(checkout / "softmax.py")
    assert subprocess.run(call, cwd=checkout, env=env, capture_output=True, timeout=120).returncode == 1
