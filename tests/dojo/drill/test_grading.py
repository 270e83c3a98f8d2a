"""`dojo kata test` and `dojo grade` from the outside: verdicts, reports, exit statuses, what is kept."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

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


@pytest.fixture
def group(tmp_path: Path) -> Path:
    """ana is right, bo is wrong, cy handed in something else."""
    wrong = SOFTMAX.solution / "wrong" / "no_maximum.py"
    for member, source in {"ana": SOFTMAX.reference, "bo": wrong}.items():
        (tmp_path / "group" / member).mkdir(parents=True)
        (tmp_path / "group" / member / "stable_softmax.py").write_bytes(source.read_bytes())
    (tmp_path / "group" / "cy").mkdir()
    (tmp_path / "group" / "cy" / "notes.txt").write_text("later")
    return tmp_path


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
    assert "Every test ends the same way" in dojo(tmp_path, "kata", "test").stdout


def test_what_lies_in_the_folder_is_not_trusted(group: Path) -> None:
    for name in ("conftest.py", "numpy.py", "pytest.py", "multiprocessing.py", "sitecustomize.py", "grader.py"):
        (group / "group" / name).write_text("import os\nos._exit(0)\n")
    (group / "group" / "pytest.ini").write_text("[pytest]\naddopts = --collect-only\n")
    env = {"PYTEST_ADDOPTS": "--collect-only", "PYTEST_PLUGINS": "nowhere"}
    call = [str(Path(sys.executable).parent / "dojo"), "grade", ".", "--json", "-", "--sandbox", "off", "--jobs", "2"]
    environ = {**os.environ, **env, "DOJO_HOME": str(group / "home")}
    (group / "group" / "di").mkdir()
    (group / "group" / "di" / "stable_softmax.py").write_text("def softmax(x): return x")
    done = subprocess.run(call, cwd=group / "group", env=environ, capture_output=True, text=True, timeout=120)
    verdicts = [result["verdict"] for result in json.loads(done.stdout)["results"]]
    assert verdicts == ["passed", "error", "failed"]


def test_reports_tell_the_same_story(group: Path) -> None:
    reports = ["--json", "r.json", "--junit", "r.xml", "--markdown", "r.md", "--html", "r.html"]
    done = dojo(group, "grade", "group", *reports)
    assert done.returncode == 1, done.stderr
    assert "left out 1 file or folder that is no submission: group/cy/notes.txt\n" in done.stderr
    document = json.loads((group / "r.json").read_text(encoding="utf-8"))
    assert document["schema"] == 1
    assert document["sandbox"] == "plain"
    assert set(document["versions"]) == {"nlp-dojo", "python", "numpy", "torch"}
    ana, bo = document["results"]
    assert (ana["member"], ana["kata"], ana["verdict"], ana["score"]) == ("ana", "stable_softmax", "passed", 1.0)
    assert bo["misconception"]
    assert bo["points"] == sum(test["points"] for test in bo["tests"])
    assert bo["score"] == pytest.approx(bo["points"] / bo["max_points"], abs=1e-6)
    keys = {"name", "promise", "verdict", "points", "max_points", "line", "call", "expected", "actual", "message"}
    assert set(ana["tests"][0]) == keys | {"output", "hint"}
    suites = ElementTree.parse(group / "r.xml").getroot()
    cases = suites.findall(".//testcase")
    assert len(cases) == len(ana["tests"]) + len(bo["tests"])
    losers = [test for test in bo["tests"] if test["verdict"] != "passed"]
    assert len(suites.findall(".//error")) + len(suites.findall(".//failure")) == len(losers)
    markdown = (group / "r.md").read_text(encoding="utf-8")
    assert "| ana | stable\\_softmax | passed |" in markdown or "| ana | stable_softmax | passed |" in markdown
    html = (group / "r.html").read_text(encoding="utf-8")
    assert all(test["promise"].replace("'", "&#x27;") in html for test in losers)
    assert "http" not in html


def test_criteria_decide_the_exit_status(group: Path) -> None:
    assert dojo(group, "grade", "group/ana").returncode == 0
    assert dojo(group, "grade", "group", "--min-score", "0.5").returncode == 0
    missing = dojo(group, "grade", "group", "--require", "stable_softmax,gru_cell", "--json", "-")
    assert missing.returncode == 1
    rows = {(row["member"], row["kata"]): row for row in json.loads(missing.stdout)["results"]}
    assert rows["cy", "stable_softmax"]["verdict"] == "error"
    assert rows["cy", "stable_softmax"]["file"] is None


def test_a_verdict_is_kept_for_the_same_bytes_and_not_for_others(group: Path) -> None:
    first = dojo(group, "grade", "group/ana", "--json", "-")
    again = dojo(group, "grade", "group/ana", "--json", "-")
    assert json.loads(first.stdout)["results"] == json.loads(again.stdout)["results"]
    fresh = json.loads(dojo(group, "grade", "group/ana", "--json", "-", "--no-cache").stdout)["results"]
    assert fresh[0]["verdict"] == "passed"
    (group / "group" / "ana" / "stable_softmax.py").write_text("def softmax(x): return x")
    assert json.loads(dojo(group, "grade", "group/ana", "--json", "-").stdout)["results"][0]["verdict"] == "failed"


def test_odd_names_of_folders_do_no_harm(group: Path) -> None:
    name = os.fsdecode(b"\xff\x1b[2J\n| x |<b>")
    (group / "group" / name).mkdir()
    (group / "group" / name / "stable_softmax.py").write_bytes(SOFTMAX.reference.read_bytes())
    for number in range(6):
        (group / "group" / f"{number}\x1b[2J.txt").write_text("")
    done = dojo(group, "grade", "group", "--jobs", "2", "--json", "r.json", "--junit", "r.xml", "--html", "r.html")
    assert done.returncode == 1, done.stderr
    assert "\x1b" not in done.stdout + done.stderr
    for number in range(5):
        assert f"{number}\\x1b[2J.txt, " in done.stderr or number == 4
    assert "4\\x1b[2J.txt and 2 more\n" in done.stderr
    assert len(json.loads((group / "r.json").read_text(encoding="utf-8"))["results"]) == 3
    ElementTree.parse(group / "r.xml")
    assert "<b>" not in (group / "r.html").read_text(encoding="utf-8")


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
