"""A learners' copy holds nothing that is hidden, and works: the examples run, and grade never calls that a pass."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dojo.cli import main
from dojo.group.release import LEAST, CannotRelease, hidden_in_history, release
from grader.content import content_root
from tests.grader.toy_content import put, write

REFERENCE = "solutions/toys/tally/tally.py"
SECRET = "the_canary_that_only_a_hidden_file_may_hold = 1\n"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    root = tmp_path / "content"
    write(root)
    put(root, "questions/sources.yaml", "seed-000: {title: x}\n")
    put(root, "katas/toys/tally/data/table.json", "{}")
    for name in (
        REFERENCE,
        "solutions/toys/tally/test_hidden.py",
        "solutions/shared.py",
        "solutions/toys/tally/wrong/off_by_one.py",
    ):
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text((file.read_text() if file.exists() else "") + SECRET)
    for name in ("katas/toys/tally/__pycache__/test_hidden.cpython-311.pyc", "katas/toys/tally/x.pyc", "katas/.cache"):
        put(root, name, SECRET)
    return root


def dojo(content: Path, *args: str, lang: str = "en") -> Result:
    home = str(content.parent / "home")
    return CliRunner().invoke(main, args, env={"DOJO_CONTENT": str(content), "DOJO_LANG": lang, "DOJO_HOME": home})


def test_learners_get_what_they_may_see_and_the_organiser_gets_all(content: Path, tmp_path: Path) -> None:
    done = dojo(content, "release", str(tmp_path / "learners"), "--organiser", str(tmp_path / "hidden"))
    assert done.exit_code == 0, done.output
    learners, hidden = tmp_path / "learners", tmp_path / "hidden"
    for name in ("kata.yaml", "statement.en.md", "statement.zh.md", "tally.py", "test_examples.py", "data/table.json"):
        data = (content / "katas/toys/tally" / name).read_bytes()
        assert (learners / "katas/toys/tally" / name).read_bytes() == data
        assert (hidden / "katas/toys/tally" / name).read_bytes() == data
    assert (hidden / REFERENCE).read_bytes() == (content / REFERENCE).read_bytes()
    assert "DOJO_CONTENT" in (learners / "README.md").read_text()


def test_nothing_hidden_is_found_by_searching_everything(content: Path, tmp_path: Path) -> None:
    dojo(content, "release", str(tmp_path / "learners"))
    subprocess.run(["git", "init", "-q"], cwd=tmp_path / "learners", check=True)
    identity = ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"]
    for args in (["add", "-A"], [*identity, "commit", "-qm", "release"]):
        subprocess.run(["git", *args], cwd=tmp_path / "learners", check=True)
    found = subprocess.run(["grep", "-ra", "the_canary", "learners"], cwd=tmp_path, capture_output=True, text=True)
    assert (found.returncode, found.stdout) == (1, "")
    history = subprocess.run(["git", "log", "-p", "--all"], cwd=tmp_path / "learners", capture_output=True, text=True)
    assert "the_canary" not in history.stdout
    names = {path.name for path in (tmp_path / "learners").rglob("*")}
    assert not names & {"solutions", "test_hidden.py", "right", "wrong", "equivalent.yaml", "__pycache__"}
    for text in (content / "solutions").rglob("*.py"):
        if len(text.read_text().strip()) >= LEAST:
            assert all(
                text.read_text().strip() not in path.read_text() for path in (tmp_path / "learners/katas").rglob("*.py")
            )


def test_our_own_content_can_be_released() -> None:
    halves = release(content_root({}), "en")
    assert not [name for name in halves.learners if name.startswith("solutions/")]
    assert {name.split("/")[0] for name in halves.organiser} == {"questions", "katas", "solutions"}


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("katas/toys/tally/test_hidden.py", "x", "has a name of hidden files"),
        ("katas/toys/tally/wrong/a.py", "x", "has a name of hidden files"),
        ("katas/toys/solutions/a.py", "x", "has a name of hidden files"),
        ("katas/toys/tally/old.txt", None, f"holds the text of {REFERENCE}"),
    ],
)
def test_what_would_give_a_solution_away_is_named_and_nothing_is_written(
    content: Path, tmp_path: Path, name: str, text: str | None, said: str
) -> None:
    put(content, name, text or f"# mine\n{(content / REFERENCE).read_text()}\n# end")
    done = dojo(content, "release", str(tmp_path / "learners"))
    assert done.exit_code == 2
    assert f"{name} {said}" in done.output
    assert not (tmp_path / "learners").exists()


def test_a_link_is_refused(content: Path) -> None:
    (content / "katas/toys/tally/link.py").symlink_to(content / REFERENCE)
    with pytest.raises(CannotRelease, match=r"link\.py is not a regular file"):
        release(content, "en")


def test_a_second_release_replaces_files_and_leaves_the_members_work(content: Path, tmp_path: Path) -> None:
    learners = tmp_path / "learners"
    dojo(content, "release", str(learners))
    put(learners, "submissions/ana/tally.py", "mine")
    put(learners, "README.md", "ours")
    put(content, "katas/toys/tally/statement.en.md", "Count again.\n")
    assert dojo(content, "release", str(learners)).exit_code == 0
    assert (learners / "katas/toys/tally/statement.en.md").read_text() == "Count again.\n"
    assert (learners / "submissions/ana/tally.py").read_text() == "mine"
    assert (learners / "README.md").read_text() == "ours"


def test_a_folder_or_a_history_with_solutions_is_no_place_for_learners(content: Path, tmp_path: Path) -> None:
    put(tmp_path, "old/solutions/a.py", "x")
    assert "must not see" in dojo(content, "release", str(tmp_path / "old")).output
    past = tmp_path / "past"
    put(past, "solutions/toys/tally/test_hidden.py", "x")
    identity = ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"]
    for args in (["init", "-q"], ["add", "-A"], [*identity, "commit", "-qm", "1"], ["rm", "-rq", "solutions"],
                 [*identity, "commit", "-qm", "2"]):  # fmt: skip
        subprocess.run(["git", *args], cwd=past, check=True, capture_output=True)
    assert not (past / "solutions").exists()
    assert hidden_in_history(past) == "solutions/toys/tally/test_hidden.py"
    done = dojo(content, "release", str(past))
    assert done.exit_code == 2
    assert "the history of" in done.output


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_folders_that_overlap_are_refused(content: Path, tmp_path: Path, lang: str) -> None:
    for args in (
        (str(content / "sub"),),
        (str(tmp_path),),
        (str(tmp_path / "a"), "--organiser", str(tmp_path / "a/b")),
    ):
        done = dojo(content, "release", *args, lang=lang)
        assert done.exit_code == 2
        assert done.output.startswith("dojo: ")
        assert done.output.count("\n") == 1


def test_content_without_solutions_cannot_be_released(content: Path, tmp_path: Path) -> None:
    dojo(content, "release", str(tmp_path / "learners"))
    done = dojo(tmp_path / "learners", "release", str(tmp_path / "again"))
    assert done.exit_code == 2
    assert "holds no katas with solutions" in done.output


def call(content: Path, where: Path, *args: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "DOJO_CONTENT": str(content), "DOJO_HOME": str(where / "home"), "DOJO_LANG": "en"}
    env.pop("PYTHONPATH", None)
    line = [sys.executable, "-c", "from dojo.cli import main; main()", *args]
    return subprocess.run(line, cwd=where, env=env, capture_output=True, text=True, timeout=120)


def test_learners_run_the_examples_and_are_told_that_the_suite_runs_elsewhere(content: Path, tmp_path: Path) -> None:
    dojo(content, "release", str(tmp_path / "learners"), "--organiser", str(tmp_path / "hidden"))
    learners, hidden = tmp_path / "learners", tmp_path / "hidden"
    assert call(learners, tmp_path, "kata", "start", "tally").returncode == 0
    failed = call(learners, tmp_path, "kata", "test", "tally")
    assert failed.returncode == 1
    assert "These are the examples only" in failed.stdout
    (tmp_path / "tally" / "tally.py").write_bytes((content / REFERENCE).read_bytes())
    passed = call(learners, tmp_path, "kata", "test", "tally")
    assert passed.returncode == 0, passed.stdout + passed.stderr
    assert "These are the examples only" in passed.stdout
    for text in ("points  ", "dojo kata solution", "dojo kata start", "An interviewer"):  # as after a real pass
        assert text not in passed.stdout
    listed = call(learners, tmp_path, "kata", "list")
    assert "katas, 0 passed" in listed.stdout  # examples alone are not remembered as a pass
    assert "your group's organiser has it" in call(learners, tmp_path, "kata", "solution", "tally", "--yes").stderr
    graded = call(learners, tmp_path, "grade", "tally/tally.py", "--sandbox", "off", "--json", "-")
    assert graded.returncode == 3
    (result,) = json.loads(graded.stdout)["results"]
    assert (result["verdict"], result["message"]) == ("broken", "the hidden suite is not in this content folder")
    whole = call(hidden, tmp_path, "grade", "tally/tally.py", "--sandbox", "off", "--json", "-")
    assert json.loads(whole.stdout)["results"][0]["max_points"] > 0


def test_the_next_kata_of_a_learners_copy_is_one_that_was_not_begun(content: Path, tmp_path: Path) -> None:
    for room in ("katas", "solutions"):
        shutil.copytree(content / room / "toys/tally", content / room / "toys/count")
        (content / room / "toys/count/tally.py").rename(content / room / "toys/count/count.py")
    dojo(content, "release", str(tmp_path / "learners"))
    learners = tmp_path / "learners"

    def following() -> str:
        said = call(learners, tmp_path, "kata", "start", "--next")
        assert said.returncode == 0, said.stderr
        return said.stdout.strip().split()[-1]  # the command that tests it ends the page

    first = following()
    assert following() == first  # nothing was written there yet
    (tmp_path / first / f"{first}.py").write_text("def total(items): return sum(items)\n")
    second = following()
    assert {first, second} == {"tally", "count"}
    (tmp_path / f"{second}.py").write_text("x = 1\n")  # flat files are found, too
    done = call(learners, tmp_path, "kata", "start", "--next")
    assert (done.returncode, "you have begun every kata here" in done.stderr) == (1, True)
    whole = call(content, tmp_path, "kata", "start", "--next")
    assert whole.stdout.strip().split()[-1] == first  # with the suites, only a pass counts


def test_a_missing_suite_among_solutions_is_a_fault_and_no_release(content: Path, tmp_path: Path) -> None:
    (content / "solutions/toys/tally/test_hidden.py").unlink()
    call(content, tmp_path, "kata", "start", "tally")
    (tmp_path / "tally" / "tally.py").write_bytes((content / REFERENCE).read_bytes())
    assert call(content, tmp_path, "kata", "test", "tally").returncode == 3


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_files_that_a_repository_had_before_stay_and_are_named(content: Path, tmp_path: Path, lang: str) -> None:
    repository = tmp_path / "group"
    put(repository, ".gitignore", "secrets.txt\n")
    put(repository, "README.md", "ours")
    for _ in range(2):
        done = dojo(content, "release", str(repository), lang=lang)
        assert done.exit_code == 0, done.output
        assert (repository / ".gitignore").read_text() == "secrets.txt\n"
        assert (repository / "README.md").read_text() == "ours"
        assert [name in done.output for name in (".gitignore", "README.md")] == [True, True]
    put(repository, "katas/toys/tally/__pycache__/tally.pyc", "x")
    subprocess.run(["git", "init", "-q"], cwd=repository, check=True)
    listed = subprocess.run(
        ["git", "status", "--porcelain", "-uall"], cwd=repository, capture_output=True, text=True, check=True
    )
    assert "tally.pyc" not in listed.stdout
    assert "katas/toys/tally/kata.yaml" in listed.stdout


@pytest.mark.parametrize("half", ["learners", "hidden"])
def test_a_file_of_content_that_no_release_wrote_stops_both_halves(content: Path, tmp_path: Path, half: str) -> None:
    put(tmp_path / half, "questions/sources.yaml", "ours: {title: ours}\n")
    done = dojo(content, "release", str(tmp_path / "learners"), "--organiser", str(tmp_path / "hidden"))
    assert done.exit_code == 2
    assert f"{half} holds files that no release wrote: questions/sources.yaml; move them away" in done.output
    assert (tmp_path / half / "questions/sources.yaml").read_text() == "ours: {title: ours}\n"
    assert [path.name for path in tmp_path.glob("*/*") if path.parent.name in ("learners", "hidden")] == ["questions"]


def test_a_link_is_not_written_through(content: Path, tmp_path: Path) -> None:
    target = tmp_path / "elsewhere"
    target.write_text("theirs")
    (tmp_path / "learners" / "questions").mkdir(parents=True)
    (tmp_path / "learners" / "questions" / "sources.yaml").symlink_to(target)
    assert dojo(content, "release", str(tmp_path / "learners")).exit_code == 2
    assert target.read_text() == "theirs"


def test_a_release_replaces_what_an_earlier_one_wrote_and_adds_to_it(content: Path, tmp_path: Path) -> None:
    learners = tmp_path / "learners"
    dojo(content, "release", str(learners))
    put(content, "katas/toys/tally/new.md", "New.\n")
    put(learners, "katas/toys/tally/statement.en.md", "edited by a member")
    assert dojo(content, "release", str(learners)).exit_code == 0
    assert (learners / "katas/toys/tally/new.md").read_text() == "New.\n"
    statement = "katas/toys/tally/statement.en.md"
    assert (learners / statement).read_bytes() == (content / statement).read_bytes()


@pytest.mark.parametrize("name", [
    "katas/toys/tally/kata.yaml", "katas/toys/tally/statement.zh.md", "solutions/toys/tally/test_hidden.py",
])  # fmt: skip
def test_blanks_that_nobody_filled_are_not_given_away(content: Path, tmp_path: Path, name: str) -> None:
    with (content / name).open("a", encoding="utf-8") as file:
        file.write("# ___\n")
    done = dojo(content, "release", str(tmp_path / "learners"))
    assert done.exit_code == 2
    assert f"blanks (___) are not filled in: {name}; dojo lint shows each line" in done.output
    assert not (tmp_path / "learners").exists()


def test_a_new_kata_is_refused_with_its_files(content: Path, tmp_path: Path) -> None:
    assert dojo(content, "kata", "new", "average", "--topic", "toys").exit_code == 0
    done = dojo(content, "release", str(tmp_path / "learners"))
    assert done.exit_code == 2
    assert "katas/toys/average/" in done.output
    assert " more; dojo lint" in done.output


def test_a_blank_inside_a_question_is_a_question_and_a_blank_answer_is_not(content: Path, tmp_path: Path) -> None:
    put(content, "questions/toys.yaml", "- text: {en: 'the ___ of', zh: 'x ___'}\n")
    assert dojo(content, "release", str(tmp_path / "learners")).exit_code == 0
    put(content, "questions/toys.yaml", "- text: {en: '___', zh: 'x'}\n")
    done = dojo(content, "release", str(tmp_path / "again"))
    assert (done.exit_code, "questions/toys.yaml" in done.output) == (2, True)
