"""The repository that `dojo group new` writes: whole, filled in, and nothing that exists is touched."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest
import yaml
from click.testing import CliRunner

from dojo.cli import main
from dojo.group.template import group_files, template_root
from grader.catalogue import load
from grader.content import content_root
from grader.judge.probing import probe

FILES = {
    ".github/workflows/grade.yml", ".gitlab-ci.yml", ".pre-commit-config.yaml", "Dockerfile", "README.md", ".gitignore",
    "submissions/.gitkeep",
}  # fmt: skip
ROOT = Path(__file__).resolve().parents[3]


def run(*args: str, lang: str = "en") -> tuple[int, str]:
    done = CliRunner().invoke(main, ["group", "new", *args], env={"DOJO_LANG": lang})
    return done.exit_code, done.output


def test_the_template_has_its_files_and_names_one_place() -> None:
    files = group_files("nlp-dojo/nlp-dojo@main")
    assert set(files) == FILES
    for name, text in files.items():
        assert text == (template_root() / name).read_text(encoding="utf-8")


def test_a_chinese_group_reads_chinese_and_gets_chinese_reports(tmp_path: Path) -> None:
    status, said = run(str(tmp_path), "--require", "stable_softmax", "--min-score", "0.5", lang="zh")
    assert status == 0, said
    written = {name: (tmp_path / name).read_text(encoding="utf-8") for name in FILES}
    assert not (tmp_path / "README.zh.md").exists()
    assert written["README.md"].startswith("# 我们的编程题")
    for name, text in written.items():
        if name != "README.md":
            for remark in re.findall(r"(?:^| )# ?(?!  )(.*)|echo (\".*?\")", text, re.MULTILINE):
                assert re.search(r"[\u4e00-\u9fff]|^CPU", "".join(remark)), (name, remark)
    workflow, jobs, hooks = (yaml.safe_load(written[name]) for name in sorted(FILES) if name.endswith("ml"))
    assert workflow["jobs"]["grade"]["steps"][-1]["with"]["lang"] == "zh"
    assert workflow["jobs"]["grade"]["steps"][-1]["with"]["require"] == "stable_softmax"
    assert jobs["grade"]["variables"]["DOJO_LANG"] == "zh"
    assert "dojo grade submissions --since HEAD --lang zh" in hooks["repos"][0]["hooks"][0]["entry"]
    assert "ENV DOJO_HOME=/tmp/dojo DOJO_LANG=zh\n" in written["Dockerfile"]


def test_in_chinese_the_files_do_what_they_do_in_english() -> None:
    english, chinese = (group_files("me/dojo@v1", ("ana",), ("perplexity",), 0.8, lang) for lang in ("en", "zh"))
    assert set(english) == set(chinese)
    workflow, other = (yaml.safe_load(files[".github/workflows/grade.yml"]) for files in (english, chinese))
    del other["jobs"]["grade"]["steps"][-1]["with"]["lang"]
    assert workflow == other
    docker, other = (
        [line for line in files["Dockerfile"].splitlines() if line[:2] != "# "] for files in (english, chinese)
    )
    assert [line.replace(" DOJO_LANG=zh", "") for line in other] == docker
    assert chinese["Dockerfile"].count("#   ") == english["Dockerfile"].count("#   ") > 1


def test_another_place_is_named_everywhere() -> None:
    for name, text in group_files("me/my.dojo@v1.2").items():
        assert "nlp-dojo/nlp-dojo" not in text, name
        assert "main" not in re.findall(r"@(\w+)|archive/(\w+)", text)
    assert "me/my.dojo/archive/v1.2.tar.gz" in group_files("me/my.dojo@v1.2")["Dockerfile"]


def test_what_is_asked_of_members_stands_in_every_file_that_grades() -> None:
    files = group_files("me/dojo@v1", ("ana",), ("stable_softmax", "perplexity"), 0.8)
    with_ = yaml.safe_load(files[".github/workflows/grade.yml"])["jobs"]["grade"]["steps"][-1]["with"]
    assert (with_["require"], with_["min-score"]) == ("stable_softmax,perplexity", "0.8")
    variables = yaml.safe_load(files[".gitlab-ci.yml"])["grade"]["variables"]
    assert (variables["DOJO_REQUIRE"], variables["DOJO_MIN_SCORE"]) == ("stable_softmax,perplexity", "0.8")
    asked = ["--require", "stable_softmax,perplexity", "--min-score", "0.8"]
    hook = yaml.safe_load(files[".pre-commit-config.yaml"])["repos"][0]["hooks"][0]
    assert shlex.split(hook["entry"]) == ["dojo", "grade", "submissions", "--since", "HEAD", *asked]
    entrypoint = re.search(r"^ENTRYPOINT (.+)$", files["Dockerfile"], re.MULTILINE)
    assert entrypoint
    assert json.loads(entrypoint[1]) == ["dojo", "grade", "--sandbox", "require", *asked]
    assert "submissions/ana/.gitkeep" in files


def test_the_workflow_gives_the_job_no_rights_and_knows_the_actions_inputs() -> None:
    workflow = yaml.safe_load(group_files("me/dojo@v1")[".github/workflows/grade.yml"])
    assert workflow["permissions"] == {"contents": "read"}
    assert "pull_request_target" not in workflow[True]  # YAML 1.1 reads `on` as true
    checkout, grade = workflow["jobs"]["grade"]["steps"]
    assert checkout["with"] == {"fetch-depth": 0, "persist-credentials": False}
    inputs = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))["inputs"]
    assert set(grade["with"]) <= set(inputs)
    assert "secrets" not in group_files("me/dojo@v1")[".github/workflows/grade.yml"]


def test_pytorch_alone_comes_from_its_own_index() -> None:
    for name in (".gitlab-ci.yml", "Dockerfile"):
        text = group_files("me/dojo@v1")[name]
        assert "--extra-index-url" not in text
        assert re.search(r"--no-deps --index-url https://download\.pytorch\.org/whl/cpu torch\b", text)


def test_the_scripts_and_hooks_call_options_that_exist() -> None:
    files = group_files("me/dojo@v1")
    commands = [main.get_command(click.Context(main), name) for name in ("grade", "report")]
    known = {option for command in commands if command for param in command.params for option in param.opts}
    script = "\n".join(yaml.safe_load(files[".gitlab-ci.yml"])["grade"]["script"])
    hook = yaml.safe_load(files[".pre-commit-config.yaml"])["repos"][0]["hooks"][0]["entry"]
    grade = "\n".join(
        line for line in script.splitlines() if "dojo" in line or "--since" in line or "--require" in line
    )
    for text in (grade, hook, (ROOT / "action" / "grade.sh").read_text(encoding="utf-8")):
        asked = set(re.findall(r" (--[a-z-]+)", re.sub(r"git .*|python .*", "", text)))
        assert asked
        assert asked <= known
    assert subprocess.run(["sh", "-n", "-c", script], capture_output=True).returncode == 0


def test_a_repository_is_written_and_what_exists_stays(tmp_path: Path) -> None:
    (tmp_path / "group").mkdir()
    (tmp_path / "group" / "README.md").write_text("ours")
    status, said = run(str(tmp_path / "group"), "--member", "ana", "--member", "Bo 👩‍💻", "--member", "陈伟")
    assert status == 0, said
    assert (tmp_path / "group" / "README.md").read_text() == "ours"
    assert "kept" in said
    assert {path.parent.name for path in (tmp_path / "group" / "submissions").glob("*/.gitkeep")} == {
        "ana",
        "Bo 👩‍💻",
        "陈伟",
    }
    assert "use --project" in said


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("--member", "../x"), "can't be a member's folder"), (("--member", "a:b"), "can't be a member's folder"),
        (("--member", "x "), "can't be a member's folder"), (("--member", ".x"), "can't be a member's folder"),
        (("--member", "Ana", "--member", "ana"), "differ only in case"),
        (("--require", "nowhere"), "there is no kata nowhere"),
        (("--project", "x; rm -rf ~"), "must be OWNER/NAME@REF"), (("--project", "me/dojo"), "must be OWNER/NAME@REF"),
        (("--project", "me/do\njo@v1"), "must be OWNER/NAME@REF"),
    ],
)  # fmt: skip
def test_a_name_that_cannot_be_writes_nothing(tmp_path: Path, args: tuple[str, ...], said: str) -> None:
    status, output = run(str(tmp_path / "group"), *args)
    assert status == 2
    assert said in output
    assert not (tmp_path / "group").exists()


def test_a_place_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    status, output = run(str(tmp_path / "file" / "group"))
    assert status == 2
    assert "cannot be written" in output


def gitlab(folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Runs the script of GitLab's job in `folder`, as its runner would."""
    script = "\n".join(yaml.safe_load(group_files("me/dojo@v1")[".gitlab-ci.yml"])["grade"]["script"])
    env = {
        **os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", "DOJO_LANG": "en",
        "DOJO_HOME": str(folder / ".dojo"), "DOJO_REQUIRE": "", "DOJO_MIN_SCORE": "", "CI_COMMIT_BEFORE_SHA": "0" * 40,
        **variables,
    }  # fmt: skip
    call = ["sh", "-ec", script]
    return subprocess.run(call, cwd=folder, env=env, capture_output=True, text=True, timeout=120)


def test_the_first_pipeline_of_a_new_group_is_green_on_gitlab(tmp_path: Path) -> None:
    assert run(str(tmp_path), "--member", "ana")[0] == 0
    done = gitlab(tmp_path)
    assert (done.returncode, done.stdout) == (0, "Nothing has been handed in yet.\n"), done.stderr


@pytest.mark.parametrize(
    ("file", "said"), [("submision/x.py", "submissions does not exist"), ("submissions/ana/x.ipynb", "a notebook")]
)
def test_a_missing_folder_or_only_a_notebook_is_not_green_on_gitlab(tmp_path: Path, file: str, said: str) -> None:
    (tmp_path / file).parent.mkdir(parents=True)
    (tmp_path / file).touch()
    done = gitlab(tmp_path)
    assert done.returncode == 2
    assert said in done.stderr


def test_the_hook_waits_for_the_first_submission() -> None:
    hook = yaml.safe_load(group_files("me/dojo@v1")[".pre-commit-config.yaml"])["repos"][0]["hooks"][0]
    assert not re.search(hook["files"], "submissions/ana/.gitkeep")
    assert re.search(hook["files"], "submissions/ana/stable_softmax/stable_softmax.py")


@pytest.mark.slow
@pytest.mark.skipif(probe().best is None, reason="no sandbox works here; see: dojo doctor")
def test_gitlabs_script_grades_what_a_merge_request_changed(tmp_path: Path) -> None:
    kata = load(content_root({}))["stable_softmax"]
    identity = ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"]

    def git(*args: str) -> str:
        done = subprocess.run(["git", *identity, *args], cwd=tmp_path, check=True, capture_output=True, text=True)
        return done.stdout.strip()

    git("init", "-q")
    commits = []
    for member, source in (("ana", kata.solution / "wrong" / "no_maximum.py"), ("bo", kata.reference)):
        (tmp_path / "submissions" / member).mkdir(parents=True)
        (tmp_path / "submissions" / member / "stable_softmax.py").write_bytes(source.read_bytes())
        git("add", "submissions")
        git("commit", "-qm", member)
        commits.append(git("rev-parse", "HEAD"))
    for base, status, members in ((commits[0], 0, {"bo"}), ("", 1, {"ana", "bo"})):
        done = gitlab(tmp_path, CI_MERGE_REQUEST_DIFF_BASE_SHA=base)
        assert done.returncode == status, done.stderr
        junit = (tmp_path / "junit.xml").read_text()
        assert {name for name in ("ana", "bo") if f'"{name}.stable_softmax"' in junit} == members
        board = (tmp_path / "board.html").read_text(encoding="utf-8")
        assert all(f">{name}<" in board for name in ("ana", "bo"))
