"""Starting several katas or the next one, beginning again, and finding the learner's file, whatever it is."""

from __future__ import annotations

import errno
import os
import re
import resource
import shlex
import shutil
import subprocess
import sys
import time
from datetime import date, timedelta
from pathlib import Path

import pexpect
import pytest
from click.testing import CliRunner, Result

from dojo.cli import main
from dojo.progress import FILE_NAME, open_progress
from grader.catalogue import load
from grader.content import content_root

KATAS = load(content_root({}))
SOFTMAX = KATAS["stable_softmax"]
DOJO = [sys.executable, "-c", "from dojo.cli import main; main()"]


@pytest.fixture(autouse=True)
def at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOJO_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("DOJO_LANG", "en")
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")


def dojo(*args: str, typed: str | None = None) -> Result:
    return CliRunner().invoke(main, args, input=typed)


def graded(*args: str, seconds: float = 60) -> subprocess.CompletedProcess[str]:
    call = [*DOJO, "kata", "test", *args, "--sandbox", "off"]
    return subprocess.run(call, capture_output=True, text=True, timeout=seconds, check=False)


def test_start_takes_several_katas() -> None:
    done = dojo("kata", "start", "stable_softmax", "gru_cell")
    assert done.exit_code == 0
    assert Path("stable_softmax/stable_softmax.py").is_file()
    assert Path("gru_cell/gru_cell.py").is_file()


def test_start_writes_nothing_where_one_of_several_is_not_there() -> None:
    assert dojo("kata", "start", "stable_softmax", "gru_sell").exit_code == 2
    assert not Path("stable_softmax").exists()


def test_start_next_is_the_easiest_at_first_and_never_one_that_was_passed(tmp_path: Path) -> None:
    assert dojo("kata", "start", "--next").exit_code == 0
    assert Path("stable_softmax").is_dir()
    with open_progress(tmp_path / "home" / FILE_NAME, time.time) as progress:
        progress.record_verdict("stable_softmax", "passed", 1.0, "0" * 64, 0.1)
    assert dojo("kata", "start", "--next").exit_code == 0
    (other,) = [path for path in Path().iterdir() if path.name != "stable_softmax"]
    assert KATAS[other.name].topic == "information_theory"


def test_start_next_and_the_first_page_follow_the_plan(tmp_path: Path) -> None:
    soon = (date.today() + timedelta(days=3)).isoformat()
    planned = dojo("plan", "--date", soon, "--minutes", "40").output
    first = re.search(r"dojo kata start (\w+)", planned)
    assert first is not None
    assert f"dojo kata start {first[1]}" in dojo().output
    assert dojo("kata", "start", "--next").exit_code == 0
    assert Path(first[1]).is_dir()


def test_start_next_says_when_all_are_passed(tmp_path: Path) -> None:
    with open_progress(tmp_path / "home" / FILE_NAME, time.time) as progress:
        for slug in KATAS:
            progress.record_verdict(slug, "passed", 1.0, "0" * 64, 0.1)
    done = dojo("kata", "start", "--next")
    assert done.exit_code == 1
    assert "every kata" in done.output


@pytest.mark.parametrize("args", [(), ("stable_softmax", "--next")], ids=["neither", "both"])
def test_start_takes_either_names_or_next(args: tuple[str, ...]) -> None:
    done = dojo("kata", "start", *args)
    assert done.exit_code == 2
    assert "--next" in done.output


def test_reset_asks_and_keeps_the_old_file_beside_the_new_one() -> None:
    dojo("kata", "start", "stable_softmax")
    file = Path("stable_softmax/stable_softmax.py")
    for number, typed in enumerate(["first", "second"]):
        file.write_text(typed)
        assert dojo("kata", "reset", "stable_softmax", typed="n\n").exit_code == 1
        assert file.read_text() == typed
        assert dojo("kata", "reset", "stable_softmax", typed="y\n").exit_code == 0
        assert file.read_bytes() == SOFTMAX.starter.read_bytes()
        assert Path(f"stable_softmax/stable_softmax.old{['', '-2'][number]}.py").read_text() == typed
    assert dojo("kata", "test", "stable_softmax", "--sandbox", "off").exit_code == 1  # not: more than one kata


def test_reset_works_on_a_flat_file_and_refuses_what_was_never_started() -> None:
    assert dojo("kata", "reset", "stable_softmax", "--yes").exit_code == 2
    Path("stable_softmax.py").write_text("mine")
    assert dojo("kata", "reset", "stable_softmax", "--yes").exit_code == 0
    assert Path("stable_softmax.old.py").read_text() == "mine"


def test_a_question_at_the_end_of_the_input_is_not_a_yes() -> None:
    assert dojo("kata", "solution", "stable_softmax", typed="").exit_code == 1


@pytest.mark.parametrize(("answer", "code"), [("是\n", 0), ("什么\n好\n", 0), ("否\n", 1), ("\n", 1)])
def test_a_question_can_be_answered_in_chinese(answer: str, code: int) -> None:
    assert dojo("kata", "solution", "stable_softmax", "--lang", "zh", typed=answer).exit_code == code


def test_a_kata_s_name_finds_a_flat_file() -> None:
    Path("stable_softmax.py").write_bytes(SOFTMAX.reference.read_bytes())
    done = graded("stable_softmax")
    assert done.returncode == 0
    assert done.stdout.startswith("passed")


def test_one_test_can_be_shown_alone_and_its_verdict_is_not_recorded(tmp_path: Path) -> None:
    Path("stable_softmax.py").write_bytes((SOFTMAX.solution / "wrong" / "no_maximum.py").read_bytes())
    done = graded("--test", "large_scores_do_not_overflow")
    assert done.returncode == 1
    assert "0 of 1 tests passed" in done.stdout
    assert "OverflowError" in done.stdout
    (first, *_) = re.findall(r"(?m)^def (test_\w+)", SOFTMAX.suite.read_text(encoding="utf-8"))
    right = graded("--test", first)
    assert (right.returncode, "1 of 1 tests passed" in right.stdout) == (0, True)
    assert not (tmp_path / "home" / FILE_NAME).exists()
    wrong = graded("--test", "large_scores_overflow")
    assert wrong.returncode == 2
    assert "large_scores_do_not_overflow" in wrong.stderr


def test_a_misspelt_kata_is_answered_with_the_near_one() -> None:
    for command in ("test", "watch"):
        done = dojo("kata", command, "stabel_softmax")
        assert done.exit_code == 2
        assert done.output == "dojo: there is no kata stabel_softmax; did you mean stable_softmax?\n"


def a_link(file: Path) -> None:
    file.with_name("other.py").write_bytes(SOFTMAX.reference.read_bytes())
    file.symlink_to("other.py")


def a_dangling_link(file: Path) -> None:
    file.symlink_to("nowhere.py")


def a_pipe(file: Path) -> None:
    os.mkfifo(file)


def a_huge_file(file: Path) -> None:
    with file.open("wb") as written:
        written.truncate(3 << 30)


@pytest.mark.parametrize("kind", [a_link, a_dangling_link, a_pipe, a_huge_file])
@pytest.mark.parametrize("named", [True, False], ids=["by name", "in its folder"])
def test_what_is_no_ordinary_file_is_refused_in_words_and_never_read_whole(kind, named: bool, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    kind(Path("stable_softmax.py"))
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    done = graded(*(["stable_softmax.py"] if named else []))
    assert done.returncode == 1
    assert "cannot be read" in done.stdout
    assert max(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, before) < 1 << 20  # KB: a third of the file
    assert not (tmp_path / "home" / FILE_NAME).exists()


def test_a_path_of_control_characters_is_escaped_in_what_is_said() -> None:
    for name in ("\x1b[2Jx.py", "\x1b[2J"):
        done = graded(name)
        assert done.returncode == 2
        assert "\x1b" not in done.stderr
        assert "\\x1b[2J" in done.stderr
    folder = Path("a\x1b[31m\u202e\udcff")
    folder.mkdir()
    (folder / "stable_softmax.py").write_bytes((SOFTMAX.solution / "wrong" / "no_maximum.py").read_bytes())
    shown = graded(str(folder)).stdout
    assert "a\\x1b[31m\\u202e\\udcff/stable_softmax.py:" in shown
    assert "\x1b" not in shown


def test_list_can_be_narrowed_and_searched_in_both_languages() -> None:
    def listed(*args: str) -> set[str]:
        output = dojo("kata", "list", *args).output
        return {slug for slug in KATAS if f" {slug} " in output}

    assert listed() == set(KATAS)
    assert listed("--level", "3") == {slug for slug, kata in KATAS.items() if kata.level == 3}
    assert listed("--needs", "np") == {slug for slug, kata in KATAS.items() if kata.needs == "np"}
    assert listed("--topic", "attention", "--topic", "decoding") == {
        slug for slug, kata in KATAS.items() if kata.topic in ("attention", "decoding")
    }
    assert "stable_softmax" in listed("数值稳定", "SOFTMAX")
    assert "gru_cell" in listed("gru cell")
    none = dojo("kata", "list", "cookery")
    assert none.exit_code == 1
    assert "no kata matches" in none.output


def test_list_shows_what_is_passed(tmp_path: Path) -> None:
    with open_progress(tmp_path / "home" / FILE_NAME, time.time) as progress:
        progress.record_verdict("gru_cell", "passed", 1.0, "0" * 64, 0.1)
    lines = dojo("kata", "list").output.splitlines()
    assert next(line for line in lines if "gru_cell" in line).startswith("✓")
    assert not next(line for line in lines if "perplexity" in line).startswith("✓")


def test_two_gradings_at_once_both_end_and_are_both_recorded(tmp_path: Path) -> None:
    Path("stable_softmax.py").write_bytes(SOFTMAX.reference.read_bytes())
    call = [*DOJO, "kata", "test", "--sandbox", "off"]
    both = [subprocess.Popen(call, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    for one in both:
        out, err = one.communicate(timeout=120)
        assert (one.returncode, err) == (0, "")
        assert out.startswith("passed")
    with open_progress(tmp_path / "home" / FILE_NAME, time.time) as progress:
        assert [judged.verdict for judged in progress.verdicts()] == ["passed", "passed"]


def test_two_starts_at_once_leave_whole_files() -> None:
    call = [*DOJO, "kata", "start", "stable_softmax"]
    both = [subprocess.Popen(call, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    for one in both:
        _, err = one.communicate(timeout=60)
        assert (one.returncode, err) == (0, "")
    assert Path("stable_softmax/stable_softmax.py").read_bytes() == SOFTMAX.starter.read_bytes()
    assert not list(Path("stable_softmax").glob(".dojo-*"))


def test_a_reset_on_a_full_disk_puts_the_old_file_back(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, content: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    Path("stable_softmax.py").write_text("mine")
    monkeypatch.setattr(Path, "write_bytes", full)
    done = dojo("kata", "reset", "stable_softmax", "--yes")
    assert done.exit_code == 2
    assert "No space left" in done.output
    assert [path.name for path in Path().iterdir()] == ["stable_softmax.py"]
    assert Path("stable_softmax.py").read_text() == "mine"


@pytest.fixture
def hostile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Content whose every text holds an escape sequence, a carriage return and a bidirectional control."""
    root = tmp_path / "content"
    for room, source in (("katas", SOFTMAX.folder), ("solutions", SOFTMAX.solution)):
        shutil.copytree(source, root / room / source.parent.name / source.name)
    folder = root / "katas" / SOFTMAX.topic / "stable_softmax"
    description = (folder / "kata.yaml").read_text(encoding="utf-8")
    evil = "a \\e[2Jb\\rc\\u202ed"
    title = f'title: {{en: "{evil}", zh: "{evil}"}}'
    written = re.sub(r"(?m)^title: .*$", lambda _: title, description)
    written = re.sub(r'(?m)^( +(?:- )?(?:en|zh): )".*"$', lambda found: f'{found[1]}"{evil}"', written)
    assert written.count("\\e[2J") > 4
    (folder / "kata.yaml").write_text(written, encoding="utf-8")
    (root / "katas" / "topics.yaml").write_text(f'{SOFTMAX.topic}: {{en: "{evil}", zh: "{evil}"}}\n')
    reference = root / "solutions" / SOFTMAX.topic / "stable_softmax" / "stable_softmax.py"
    for path in (folder / "statement.en.md", reference):
        path.write_text(path.read_text(encoding="utf-8") + "# \x1b[2J \u202e\n", encoding="utf-8")
    monkeypatch.setenv("DOJO_CONTENT", str(root))


@pytest.mark.usefixtures("hostile")
@pytest.mark.parametrize(
    "call",
    ["list", "show stable_softmax", "start stable_softmax", "hint stable_softmax", "solution stable_softmax --yes"],
)
@pytest.mark.parametrize("screen", [True, False], ids=["terminal", "pipe"])
def test_what_stands_in_files_reaches_no_terminal_raw(call: str, screen: bool) -> None:
    arguments = [*DOJO, "kata", *call.split()]
    if screen:
        env = {**os.environ, "LANG": "C.UTF-8", "TERM": "xterm", "NO_COLOR": "1", "PAGER": "cat"}
        output = str(pexpect.run(shlex.join(arguments), env=env, encoding="utf-8", timeout=60))  # type: ignore[arg-type]
    else:
        output = subprocess.run(arguments, capture_output=True, text=True, timeout=60, check=True).stdout
    assert "stable_softmax" in output or "softmax(" in output or "1/" in output
    assert "\x1b[2J" not in output
    assert "\u202e" not in output
    assert "b\rc" not in output


def test_a_catalogue_that_cannot_be_read_is_told_without_what_a_terminal_obeys(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "c\x1b[2J" / "katas" / "losses" / "softmax"
    folder.mkdir(parents=True)
    (folder / "kata.yaml").write_text('"a\\e[2J": 1\n')
    monkeypatch.setenv("DOJO_CONTENT", str(tmp_path / "c\x1b[2J"))
    done = dojo("kata", "list")
    assert done.exit_code == 2
    assert "kata.yaml" in done.output
    assert "\x1b" not in done.output


def test_a_hint_that_was_read_counts_with_the_next_verdict(tmp_path: Path) -> None:
    dojo("kata", "start", "stable_softmax")
    assert dojo("kata", "hint", "stable_softmax", "2").exit_code == 0
    Path("stable_softmax/stable_softmax.py").write_bytes(SOFTMAX.reference.read_bytes())
    assert graded("stable_softmax").returncode == 0
    with open_progress(tmp_path / "home" / FILE_NAME, time.time) as progress:
        assert [(judged.verdict, judged.hints) for judged in progress.verdicts()] == [("passed", 1)]
