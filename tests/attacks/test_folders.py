"""What lies in a folder of submissions beside the code: names, kinds of files, and modules that wait to be imported."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from tests.attacks.cohort import NEIGHBOUR

WAITING = """multiprocessing.py numpy.py signal.py msgspec.py conftest.py sitecustomize.py grader.py dojo.py _pytest.py
pytest.py threading.py selectors.py hypothesis.py torch.py tempfile.py yaml.py"""
MODULE = "open({mark!r}, 'a').write(__file__)\n"
DOJO = [str(Path(sys.executable).with_name("dojo")), "grade"]


def graded(arguments: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """The command as it is installed, called from `folder`, in whatever tier this machine gives."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    call = [*DOJO, *arguments, "--no-cache", "--lang", "en"]
    if subprocess.run([*DOJO, "--help"], capture_output=True, check=False).returncode != 0:
        pytest.skip("the command dojo is not installed beside this interpreter")
    return subprocess.run(call, capture_output=True, text=True, timeout=120, cwd=folder, env=environment)


def member(folder: Path, name: str) -> None:
    (folder / name).mkdir()
    (folder / name / "stable_softmax.py").write_bytes(NEIGHBOUR.read_bytes())


@pytest.mark.slow
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_no_module_in_the_folder_it_is_called_from_is_imported(tmp_path: Path, jobs: str) -> None:
    """The processes that share the work are spawned by an interpreter that would look there first."""
    cohort, mark = tmp_path / "cohort", tmp_path / "mark"
    cohort.mkdir()
    for name in WAITING.split():
        (cohort / name).write_text(MODULE.format(mark=str(mark)))
        package = cohort / name.removesuffix(".py")
        member(cohort, package.name)
        (package / "__init__.py").write_text(MODULE.format(mark=str(mark)))
    (cohort / "pytest.ini").write_text("[pytest]\naddopts = --no-such-option\n")
    (cohort / "pyproject.toml").write_text("[tool.pytest.ini_options]\naddopts = '--no-such-option'\n")
    done = graded([".", "--json", "-", "--jobs", jobs, "--sandbox", "off"], cohort)
    assert not mark.exists(), mark.read_text()
    assert done.returncode == 0, done.stderr[-2000:]
    assert {result["verdict"] for result in json.loads(done.stdout)["results"]} == {"passed"}


def test_names_of_folders_are_only_names(tmp_path: Path) -> None:
    """Whatever a member's folder is called, no report breaks, and no terminal obeys."""
    cohort = tmp_path / "cohort"
    cohort.mkdir()
    names = ["\x1b[2J\x1b]0;x\x07", "\u202e\u2066abc", "a |\n\n# passed\n\n<img src=x>", "::error::x", "[bold red]"]
    names += ["\x9b31m", "-rf", "--help", "x" * 250, os.fsdecode(b"\xff\xfe")]
    for name in names:
        member(cohort, name)
    files = {kind: tmp_path / f"report.{kind}" for kind in ("json", "markdown", "junit", "html")}
    reports = [f"--{kind}={file}" for kind, file in files.items()]
    done = graded([str(cohort), "--jobs", "2", "--sandbox", "off", *reports], tmp_path)
    assert done.returncode == 0, done.stderr[-2000:]
    results = json.loads(files["json"].read_text(encoding="utf-8"))["results"]
    assert [result["verdict"] for result in results] == ["passed"] * len(names)
    assert len(ElementTree.parse(files["junit"]).findall(".//testsuite")) == len(names)
    for text in (done.stdout, done.stderr, *(file.read_text(encoding="utf-8") for file in files.values())):
        assert not {"\x1b", "\x07", "\u202e", "\u2066", "\x9b"} & set(text)
    assert "<img" not in files["html"].read_text(encoding="utf-8")
    markdown = files["markdown"].read_text(encoding="utf-8")
    assert "\n# passed" not in markdown
    assert "<img" not in markdown.replace("\\<img", "")


def test_what_is_no_ordinary_file_is_an_error_and_is_not_read(tmp_path: Path) -> None:
    """Links, pipes, devices, folders and files of any size: said in words, and nobody waits."""
    cohort, secret = tmp_path / "cohort", tmp_path / "secret.py"
    cohort.mkdir()
    secret.write_text("TOKEN = 'canary-in-a-file-that-a-link-leads-to'\n")
    for name in ("a_link", "b_pipe", "c_device", "d_folder", "e_huge", "f_not_utf_8", "g_nul", "h_loop"):
        (cohort / name).mkdir()
    (cohort / "a_link" / "stable_softmax.py").symlink_to(secret)
    os.mkfifo(cohort / "b_pipe" / "stable_softmax.py")
    (cohort / "c_device" / "stable_softmax.py").symlink_to("/dev/zero")
    (cohort / "d_folder" / "stable_softmax.py").mkdir()
    with (cohort / "e_huge" / "stable_softmax.py").open("wb") as file:
        file.truncate(1 << 40)
    (cohort / "f_not_utf_8" / "stable_softmax.py").write_bytes(b"# \xff\n")
    (cohort / "g_nul" / "stable_softmax.py").write_bytes(b"x = 1\0\n")
    (cohort / "h_loop" / "stable_softmax.py").symlink_to("stable_softmax.py")
    member(cohort, "z_neighbour")
    done = graded([str(cohort), "--json", "-", "--jobs", "1", "--sandbox", "off"], tmp_path)
    assert done.returncode == 1, done.stderr[-2000:]
    results = {result["member"]: result for result in json.loads(done.stdout)["results"]}
    assert results.pop("z_neighbour")["verdict"] == "passed"
    assert {result["verdict"] for result in results.values()} == {"error"}
    assert len(results) == 8
    assert all(result["message"] or result["tests"][0]["message"] for result in results.values())
    assert "canary-in" not in done.stdout + done.stderr


def test_no_line_of_the_table_is_a_command_of_a_build_server(tmp_path: Path) -> None:
    """GitHub's runner obeys lines of a log that begin with `::`, whatever blanks stand before."""
    cohort = tmp_path / "cohort"
    cohort.mkdir()
    for name in ("::warning::owned", "ana"):
        member(cohort, name)
        source = (
            "def softmax(x):\n    raise RuntimeError('no\\n::error file=a::owned\\n##[error] ' + '::notice:: ' * 40)\n"
        )
        (cohort / name / "stable_softmax.py").write_text(source)
    done = graded([str(cohort), "--jobs", "1", "--sandbox", "off"], tmp_path)
    assert "stable_softmax" in done.stdout
    lines = [line.strip() for line in (done.stdout + done.stderr).splitlines()]
    assert [line for line in lines if line.startswith(("::", "##["))] == []
