"""The GitHub action: its steps run here as a runner would run them, with GitHub's variables, in a real repository."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from grader.catalogue import load
from grader.content import content_root
from grader.judge.probing import probe

ROOT = Path(__file__).resolve().parent.parent
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS = {step["name"]: step for step in ACTION["runs"]["steps"]}
SOFTMAX = load(content_root({}))["stable_softmax"]
WRONG = SOFTMAX.solution / "wrong" / "no_maximum.py"
ISOLATES = pytest.mark.skipif(probe().best is None, reason="no sandbox works here; see: dojo doctor")


def git(where: Path, *args: str) -> str:
    identity = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
    done = subprocess.run(["git", *identity, *args], cwd=where, check=True, capture_output=True, text=True)
    return done.stdout.strip()


class Runner:
    """A job's checkout and the files through which its steps speak."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.workspace = place / "work"
        (place / "temp").mkdir()
        self.workspace.mkdir()
        for name in ("output", "summary"):
            (place / name).touch()
        git(self.workspace, "init", "-q", "-b", "main")

    def hand_in(self, member: str, source: bytes) -> str:
        file = self.workspace / "submissions" / member / "stable_softmax.py"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(source)
        git(self.workspace, "add", "-A")
        git(self.workspace, "commit", "-qm", f"{member} hands in")
        return git(self.workspace, "rev-parse", "HEAD")

    def run(self, step: str, event: str = "push", before: str = "", base: str = "", **inputs: str) -> Any:
        """What a step printed, and its status. Inputs have underscores for hyphens."""
        values = {name: str(about.get("default", "")) for name, about in ACTION["inputs"].items()}
        values |= {name.replace("_", "-"): value for name, value in inputs.items()}
        contexts = {f"inputs.{name}": value for name, value in values.items()}
        contexts |= {"github.event.before": before, "github.event.pull_request.base.sha": base}

        def filled(text: str) -> str:
            return re.sub(r"\$\{\{ ([\w.-]+) \}\}", lambda found: contexts[found[1]], text)

        given = {name: filled(text) for name, text in STEPS[step].get("env", {}).items()}
        env = {name: text for name, text in os.environ.items() if not name.startswith(("GITHUB_", "DOJO_", "RUNNER_"))}
        env |= {
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "GITHUB_ACTION_PATH": str(ROOT), "GITHUB_WORKSPACE": str(self.workspace), "GITHUB_EVENT_NAME": event,
            "GITHUB_OUTPUT": str(self.place / "output"), "GITHUB_STEP_SUMMARY": str(self.place / "summary"),
            "RUNNER_TEMP": str(self.place / "temp"), "CI": "true", "GITHUB_ACTIONS": "true", **given,
        }  # fmt: skip
        call = ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", STEPS[step]["run"]]
        return subprocess.run(call, cwd=self.workspace, env=env, capture_output=True, text=True, timeout=300)

    def outputs(self) -> dict[str, str]:
        lines = (self.place / "output").read_text(encoding="utf-8").splitlines()
        return dict(line.split("=", 1) for line in lines)

    def members(self, name: str = "results.json") -> list[str]:
        text = (self.place / "temp" / "nlp-dojo" / name).read_text(encoding="utf-8")
        return [member["member"] for member in json.loads(text)["members"]]


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    return Runner(tmp_path)


def commands(text: str) -> list[str]:
    """The workflow commands that a runner would obey, as it reads the lines of a step."""
    obeyed, token = [], None
    for line in text.splitlines():
        bare = line.strip()
        if token is not None:
            token = None if bare == f"::{token}::" else token
        elif bare.startswith("::stop-commands::"):
            token = bare.removeprefix("::stop-commands::")
        elif bare.startswith("::") or "##[" in bare:
            obeyed.append(bare)
    return obeyed


@ISOLATES
def test_a_push_is_graded_and_told_everywhere(runner: Runner) -> None:
    runner.hand_in("ana", SOFTMAX.reference.read_bytes())
    runner.hand_in("Bo 👩‍💻", WRONG.read_bytes())
    done = runner.run("Grade", before="0" * 40)
    assert done.returncode == 1, done.stderr
    assert "Everything is graded" in done.stdout
    assert sorted(runner.members()) == ["Bo 👩‍💻", "ana"]
    outputs = runner.outputs()
    assert outputs["status"] == "1"
    assert outputs["sandbox"] in ("full", "locked")
    assert Path(outputs["results"]).is_file()
    for name in ("junit.xml", "board.html"):
        assert (Path(outputs["results"]).parent / name).stat().st_size > 500
    kept = STEPS["Verdicts of earlier runs"]["with"]["path"].replace("${{ runner.temp }}", str(runner.place / "temp"))
    assert len(list((Path(kept) / "verdicts").iterdir())) >= 2
    shown = commands(done.stdout)
    assert 0 < len(shown) <= 10
    assert all(line.startswith("::error file=submissions/Bo 👩‍💻/stable_softmax.py,line=") for line in shown)
    summary = (runner.place / "summary").read_text(encoding="utf-8")
    assert "1 of 2 passed" in summary
    assert f"Sandbox: `{outputs['sandbox']}`" in summary


@ISOLATES
def test_what_changed_decides_and_the_board_has_everybody(runner: Runner) -> None:
    first = runner.hand_in("ana", WRONG.read_bytes())
    runner.hand_in("bo", SOFTMAX.reference.read_bytes())
    for given in ({"before": first}, {"event": "pull_request", "base": first}):
        done = runner.run("Grade", **given)
        assert done.returncode == 0, done.stderr
        assert runner.members("changed.json") == ["bo"]
        assert runner.members() == ["ana", "bo"]
        assert commands(done.stdout) == []
        reports = runner.place / "temp" / "nlp-dojo"
        assert "ana" not in (reports / "junit.xml").read_text(encoding="utf-8")
        assert all(f">{name}<" in (reports / "board.html").read_text(encoding="utf-8") for name in ("ana", "bo"))
        summary = (runner.place / "summary").read_text(encoding="utf-8")
        assert f"only members whose folders changed since `{first[:7]}`" in summary
        assert "1 of 1 passed" in summary
    everybody = [{"before": first, "changed_only": "false"}, {"before": "1234567" * 5 + "12345"}]  # one pushed away
    for given in everybody:
        assert runner.run("Grade", **given).returncode == 1
        assert runner.members() == ["ana", "bo"]
        assert not (reports / "changed.json").exists()


@ISOLATES
@pytest.mark.parametrize(("lang", "said"), [("en", "No member's folder changed"), ("zh", "成员的文件夹没有变化")])
def test_a_push_that_changes_no_submission_says_so_and_keeps_the_board(runner: Runner, lang: str, said: str) -> None:
    first = runner.hand_in("ana", WRONG.read_bytes())
    (runner.workspace / "README.md").touch()
    git(runner.workspace, "add", "-A")
    git(runner.workspace, "commit", "-qm", "a page")
    assert runner.run("Grade", before=first, lang=lang).returncode == 0
    summary = (runner.place / "summary").read_text(encoding="utf-8")
    assert said in summary
    assert "0" not in summary.replace(first[:7], "")
    assert ">ana<" in (runner.place / "temp/nlp-dojo/board.html").read_text(encoding="utf-8")


@ISOLATES
@pytest.mark.slow
def test_what_is_asked_for_decides_the_status(runner: Runner) -> None:
    runner.hand_in("ana", WRONG.read_bytes())
    assert runner.run("Grade", min_score="0.1").returncode == 0
    assert runner.run("Grade", min_score="0.9").returncode == 1
    assert runner.run("Grade", min_score="0.1", require="perplexity").returncode == 1
    assert "not handed in" in (runner.place / "summary").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("inputs", "said"),
    [
        ({"require": "nowhere"}, "    dojo: --require names no kata: nowhere"),
        ({"min_score": "half"}, "    Error: Invalid value for '--min-score': 'half' is not a valid float range."),
        ({"path": "submision", "lang": "zh"}, "### NLP Dojo：没有评测（状态 2）\n\n    dojo: submision 不存在"),
    ],
)
def test_why_nothing_was_graded_stands_on_the_page_of_the_job(
    runner: Runner, inputs: dict[str, str], said: str
) -> None:
    runner.hand_in("ana", SOFTMAX.reference.read_bytes())
    stale = runner.place / "temp" / "nlp-dojo" / "results.json"
    stale.parent.mkdir()
    stale.write_text("{}")  # of another step of the job
    done = runner.run("Grade", **inputs)
    assert done.returncode == 2
    assert runner.outputs() == {"status": "2"}
    assert said in (runner.place / "summary").read_text(encoding="utf-8"), done.stderr
    assert said.split("    ")[-1] in done.stderr


@ISOLATES
@pytest.mark.slow
def test_a_matrix_grades_parts_and_several_paths_with_spaces(runner: Runner) -> None:
    for number in range(4):
        runner.hand_in(f"m{number}", SOFTMAX.reference.read_bytes())
    assert runner.run("Grade", shard="2/2").returncode == 0
    assert runner.members() == ["m2", "m3"]
    (runner.workspace / "submissions").rename(runner.workspace / "week one")
    assert runner.run("Grade", path="week one/m0\nweek one/m1\n", changed_only="false").returncode == 0
    assert runner.members() == ["m0", "m1"]


@ISOLATES
@pytest.mark.slow
def test_chinese_reports(runner: Runner) -> None:
    runner.hand_in("ana", WRONG.read_bytes())
    runner.run("Grade", lang="zh")
    assert "沙箱" in (runner.place / "summary").read_text(encoding="utf-8")
    assert 'lang="zh"' in (runner.place / "temp/nlp-dojo/board.html").read_text(encoding="utf-8")


def test_before_anybody_handed_in_nothing_is_wrong(runner: Runner) -> None:
    (runner.workspace / "submissions" / "ana").mkdir(parents=True)
    (runner.workspace / "submissions" / "ana" / ".gitkeep").touch()
    (runner.workspace / "submissions" / "README.md").touch()
    done = runner.run("Grade")
    assert done.returncode == 0, done.stderr
    assert "Nothing has been handed in yet." in done.stdout
    assert "Nothing has been handed in yet." in (runner.place / "summary").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("submision", "submision does not exist"),
        ("submision\nsubmissions\n", "submision does not exist"),
        ("submissions", "a notebook; hand in stable_softmax.py"),
        ("\n", "Missing argument"),
    ],
)
def test_a_path_that_is_wrong_or_holds_only_other_files_is_not_green(runner: Runner, path: str, said: str) -> None:
    (runner.workspace / "submissions" / "ana").mkdir(parents=True)
    (runner.workspace / "submissions" / "ana" / "stable_softmax.ipynb").touch()
    done = runner.run("Grade", path=path)
    assert done.returncode == 2, done.stdout
    assert said in done.stderr
    assert runner.outputs()["status"] == "2"


SHOUTS = """
print("::error::owned")
print("##[error]owned")
print("x\\r::set-output name=status::0")
def softmax(x):
    print("\\n::stop-commands::no\\n::error::owned")
    raise ValueError("\\n::error::owned\\n##[group]owned")
"""


@ISOLATES
def test_nothing_that_is_printed_or_named_commands_the_runner(runner: Runner) -> None:
    for name in ("::error::owned", "##[error]owned", "a,line=9::owned"):
        runner.hand_in(name, SHOUTS.encode())
    done = runner.run("Grade")
    assert done.returncode == 1
    found = commands(done.stdout + "\n" + done.stderr)
    assert len(found) == 3
    assert all(re.match(r"::error file=submissions/[^,:]+,line=\d+,title=[^,:]+::", line) for line in found), found
    assert runner.outputs()["status"] == "1"


@ISOLATES
def test_no_module_of_the_checkout_is_imported_by_the_job(runner: Runner) -> None:
    """What was handed in is only read: a `json.py` beside it would else run outside the sandbox."""
    for name in ("json", "secrets", "pip", "dojo", "grader", "sitecustomize", "click", "yaml"):
        (runner.workspace / f"{name}.py").write_text("open('owned', 'w')\n")
    runner.hand_in("ana", SOFTMAX.reference.read_bytes())
    assert runner.run("Grade").returncode == 0
    assert not list(runner.place.rglob("owned"))


@pytest.mark.parametrize("script", sorted((ROOT / "action").glob("*.sh")), ids=lambda path: path.name)
def test_scripts_start_python_without_the_folder_that_they_are_called_in(script: Path) -> None:
    calls = re.findall(r"\bpython3? +(\S+)", script.read_text(encoding="utf-8"))
    assert set(calls) <= {"-I"}


@pytest.mark.parametrize(("torch", "calls"), [("true", 2), ("false", 1)])
def test_packages_come_from_one_index_and_pytorch_alone_from_its_own(tmp_path: Path, torch: str, calls: int) -> None:
    for name in ("python", "dojo"):
        (tmp_path / name).write_text('#!/bin/sh\necho "$@" >>"$(dirname "$0")/asked"\n')
        (tmp_path / name).chmod(0o755)
    env = {**os.environ, "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"}
    env |= {"GITHUB_ACTION_PATH": str(ROOT), "WITH_TORCH": torch}
    subprocess.run(["bash", str(ROOT / "action" / "install.sh")], env=env, check=True, timeout=30)
    *installs, version = (tmp_path / "asked").read_text().splitlines()
    assert version == "--version"
    assert len(installs) == calls
    for call in installs:
        assert call.startswith("-I -m pip install")
        assert f"-c {ROOT}/constraints.txt" in call
        assert "--extra-index-url" not in call
        assert ("--index-url" in call) == call.endswith(
            "--no-deps --index-url https://download.pytorch.org/whl/cpu torch"
        )
    assert installs[-1].endswith(f"{ROOT}[{'torch,' if torch == 'true' else ''}sandbox]")


@pytest.mark.parametrize(("holds", "asked"), [("1", True), ("0", False), (None, False)])
def test_user_namespaces_are_allowed_where_ubuntu_denies_them(tmp_path: Path, holds: str | None, asked: bool) -> None:
    (tmp_path / "sudo").write_text('#!/bin/sh\necho "$@" >>"$(dirname "$0")/asked"\nexit 1\n')
    (tmp_path / "sudo").chmod(0o755)
    if holds is not None:
        (tmp_path / "setting").write_text(f"{holds}\n")
    call = ["bash", str(ROOT / "action" / "namespaces.sh"), str(tmp_path / "setting")]
    env = {**os.environ, "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(call, env=env, capture_output=True, text=True, timeout=30)
    assert done.returncode == 0  # `locked` is left where it fails
    assert (tmp_path / "asked").exists() is asked
    if asked:
        assert (tmp_path / "asked").read_text() == "sysctl -q -w kernel.apparmor_restrict_unprivileged_userns=0\n"
        assert "stay denied" in done.stdout


def test_parallel_jobs_save_their_verdicts_under_keys_of_their_own_and_find_them_again() -> None:
    cache = STEPS["Verdicts of earlier runs"]["with"]

    def filled(text: str, job: str, index: int, shard: str, run: int) -> str:
        contexts = {"runner.os": "Linux", "github.job": job, "strategy.job-index": str(index), "inputs.shard": shard}
        contexts |= {"github.run_id": str(run), "github.run_attempt": "1"}
        return re.sub(r"\$\{\{ ([\w.-]+) \}\}", lambda found: contexts[found[1]], text)

    jobs = [("grade", 0, "1/4"), ("grade", 1, "2/4"), ("grade", 0, "2/4"), ("grade", 1, ""), ("weekly", 1, "")]
    saved = [filled(cache["key"], *job, 7) for job in jobs]
    assert len(set(saved)) == len(jobs)
    for number, job in enumerate(jobs):
        own, anybodys = filled(cache["restore-keys"], *job, 8).split()
        assert [key.startswith(own) for key in saved] == [other == number for other in range(len(jobs))]
        assert all(key.startswith(anybodys) for key in saved)


def test_no_input_is_ever_text_of_a_script() -> None:
    for step in STEPS.values():
        assert "${{" not in step.get("run", "")
    inputs = set(re.findall(r"inputs\.([\w-]+)", (ROOT / "action.yml").read_text(encoding="utf-8")))
    assert inputs == set(ACTION["inputs"])
    for name in ("path", "require", "min-score", "shard", "content", "lang"):
        assert f"${{{{ inputs.{name} }}}}" in STEPS["Grade"]["env"].values()


@pytest.mark.parametrize("script", sorted((ROOT / "action").glob("*.sh")), ids=lambda path: path.name)
def test_scripts_are_whole_and_stop_at_the_first_error(script: Path) -> None:
    assert subprocess.run(["bash", "-n", str(script)], capture_output=True).returncode == 0
    assert "set -euo pipefail" in script.read_text(encoding="utf-8")
