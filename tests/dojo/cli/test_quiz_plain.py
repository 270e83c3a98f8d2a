"""`dojo quiz --plain` as a script sees it: lines in, lines out, a status. And the command's own mistakes."""

from __future__ import annotations

import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from dojo.bank.bank import open_bank
from dojo.marking.correct import correct
from dojo.progress import FILE_NAME, open_progress
from dojo.question.kinds import Choice
from dojo.question.variant import draw

CONTENT = Path(__file__).parents[1] / "content"
DOJO = [sys.executable, "-c", "from dojo.cli import main; main()"]
Quiz = Callable[..., "subprocess.CompletedProcess[str]"]


def environment(home: Path, **more: str) -> dict[str, str]:
    kept = {
        name: os.environ[name] for name in ("PATH", "HOME", "PYTHONPATH", "PYTHONPYCACHEPREFIX") if name in os.environ
    }
    return {**kept, "DOJO_CONTENT": str(CONTENT), "DOJO_HOME": str(home), "PYTHONIOENCODING": "utf-8", **more}


@pytest.fixture
def quiz(tmp_path: Path) -> Quiz:
    """`quiz(lines, *arguments)`: what `dojo quiz --plain` says to these lines."""

    def run(lines: str, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*DOJO, "quiz", "--plain", *arguments],
            input=lines, capture_output=True, text=True, encoding="utf-8", timeout=60,
            env=environment(tmp_path / "home", **more), check=False,
        )  # fmt: skip

    return run


def only(kind: str) -> tuple[str, ...]:
    """Arguments that ask one question of this kind."""
    from dojo.quiz.choose import Filter, draw_fairly

    bank = open_bank(CONTENT, None)
    for seed in range(300):
        (planned,) = draw_fairly(bank, Filter(), 1, seed)
        if bank.question(planned.question).kind == kind and planned.question != "s-long":
            return "--seed", str(seed), "--count", "1"
    raise LookupError(kind)


def right_line(arguments: tuple[str, ...]) -> str:
    """The right answer to the one question, as a line."""
    from dojo.quiz.choose import Filter, draw_fairly

    bank = open_bank(CONTENT, None)
    (planned,) = draw_fairly(bank, Filter(), 1, int(arguments[1]))
    asked = draw(bank.question(planned.question), planned.seed)
    said = correct(asked).en
    if isinstance(asked.question, Choice) or asked.kind == "multi":
        return " ".join(re.findall(r"\b([a-f]): ", said))
    return said


def verdicts(output: str) -> list[str]:
    return [line for line in output.splitlines() if re.match(r"(right|partly|wrong|skipped)\b", line)]


@pytest.mark.parametrize("kind", ["choice", "multi", "boolean", "number", "text", "order", "match"])
def test_the_right_line_is_right_for_every_kind(quiz: Quiz, kind: str) -> None:
    arguments = only(kind)
    done = quiz(right_line(arguments) + "\n", *arguments)
    assert done.returncode == 0
    assert verdicts(done.stdout) == ["right"]
    assert done.stdout.splitlines()[-1] == "score: 1/1"


@pytest.mark.parametrize(
    ("kind", "line"), [("choice", "1"), ("boolean", "y"), ("order", "dcba"), ("match", "a1 b2 c3"), ("multi", "a,c")]
)
def test_other_ways_to_write_an_answer_are_understood(quiz: Quiz, kind: str, line: str) -> None:
    assert len(verdicts(quiz(line + "\n", *only(kind)).stdout)) == 1


def test_an_open_question_takes_words_and_then_the_points(quiz: Quiz) -> None:
    done = quiz("all noise\n1 2 3\n", *only("open"))
    assert verdicts(done.stdout) == ["right"]
    assert "2) the noise is learned (found in your words)" in done.stdout


def test_an_open_question_takes_what_was_found_for_an_empty_line(quiz: Quiz) -> None:
    done = quiz("all noise\n\n", *only("open"))
    assert verdicts(done.stdout) == ["partly: 0.33 of 1"]
    assert done.stdout.splitlines()[-1] == "score: 0.33/1"


def test_nought_means_no_point_at_all(quiz: Quiz) -> None:
    assert verdicts(quiz("all noise\n0\n", *only("open")).stdout) == ["wrong"]


def test_input_that_ends_before_the_points_keeps_the_answer(quiz: Quiz, tmp_path: Path) -> None:
    done = quiz("all noise\n", *only("open"))
    assert done.stdout.splitlines()[-1] == "score: 0.33/1"
    with open_progress(tmp_path / "home" / FILE_NAME, time.time) as progress:
        assert progress.answers()[0].answer["given"]["points"] == [1]


def test_an_empty_line_skips_the_question(quiz: Quiz) -> None:
    done = quiz("\n", *only("choice"))
    assert verdicts(done.stdout) == ["skipped"]
    assert done.stdout.splitlines()[-1] == "score: 0/1"


def test_what_is_no_answer_is_asked_again_and_not_counted(quiz: Quiz) -> None:
    arguments = only("choice")
    done = quiz("z\nwhat?\n" + right_line(arguments) + "\n", *arguments)
    assert done.stdout.count("not understood; expected") == 2
    assert done.stdout.splitlines()[-1] == "score: 1/1"


def test_the_end_of_input_ends_the_quiz_with_the_score_so_far(quiz: Quiz) -> None:
    done = quiz("\n\n", "--seed", "1")
    assert done.returncode == 0
    assert done.stdout.splitlines()[-1] == "score: 0/2"
    assert quiz("", "--seed", "1").stdout.splitlines()[-1] == "score: 0/0"


def test_the_line_after_an_answer_is_its_verdict(quiz: Quiz) -> None:
    done = quiz("f\n", *only("boolean"))
    lines = done.stdout.splitlines()
    asked = next(place for place, line in enumerate(lines) if line.startswith("answer: "))
    assert lines[asked + 1] == "right"


def test_a_quiz_in_chinese(quiz: Quiz) -> None:
    done = quiz("错\n", *only("boolean"), "--lang", "zh")
    assert "推理阶段" in done.stdout
    assert "对" in done.stdout.splitlines()
    assert done.stdout.splitlines()[-1] == "score: 1/1"
    assert "部分：0.33 / 1" in quiz("噪声\n\n", *only("open"), "--lang", "zh").stdout.splitlines()


@pytest.mark.parametrize(
    ("more", "chinese"),
    [({"DOJO_LANG": "zh"}, True), ({"LANG": "zh_CN.UTF-8"}, True), ({"LANG": "de_DE.UTF-8"}, False)],
)
def test_the_language_is_the_environments(quiz: Quiz, more: dict[str, str], chinese: bool) -> None:
    assert ("推理阶段" in quiz("", *only("boolean"), **more).stdout) is chinese


def test_no_control_code_is_printed(quiz: Quiz) -> None:
    done = quiz("a\n" * 20, "--seed", "4", TERM="xterm-256color", FORCE_COLOR="1")
    assert {sign for sign in done.stdout if unicodedata.category(sign) == "Cc"} == {"\n"}


def test_the_same_seed_asks_the_same_questions(quiz: Quiz) -> None:
    first, again = (quiz("", "--seed", "9").stdout for _ in range(2))
    assert first == again
    assert quiz("", "--seed", "10").stdout != first


def test_an_answer_that_takes_too_long_is_late_and_counts_nothing(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [*DOJO, "quiz", "--plain", *only("boolean"), "--timed", "0.2"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8", env=environment(tmp_path),
    )  # fmt: skip
    assert process.stdin is not None
    assert process.stdout is not None
    while not process.stdout.readline().startswith("answer: "):
        pass
    time.sleep(0.4)
    process.stdin.write("f\n")
    process.stdin.close()
    rest = process.stdout.read()
    process.stdout.close()
    assert process.wait() == 0
    assert rest.startswith("wrong: time was up")
    assert rest.splitlines()[-1] == "score: 0/1"


def test_ctrl_c_says_the_score_so_far_and_ends_with_130(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [*DOJO, "quiz", "--plain", "--seed", "1"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8", env=environment(tmp_path),
    )  # fmt: skip
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write("\n")
    process.stdin.flush()
    prompts = 0
    while prompts < 2:
        prompts += process.stdout.readline().startswith("answer: ")
    process.send_signal(signal.SIGINT)
    rest = process.stdout.read()
    process.stdin.close()
    process.stdout.close()
    assert process.wait() == 130
    assert rest.splitlines()[-1] == "score: 0/1"


def test_a_reader_that_leaves_gets_no_traceback(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [*DOJO, "quiz", "--plain", "--seed", "1"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(tmp_path),
    )  # fmt: skip
    assert process.stdout is not None
    process.stdout.readline()
    process.stdout.close()
    process.stdout = None
    _, errors = process.communicate(b"\n" * 20, timeout=30)
    assert errors == b""
    assert process.returncode == 141


def test_a_full_disk_behind_the_output_is_told_in_a_sentence(tmp_path: Path) -> None:
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [*DOJO, "quiz", "--plain"], stdin=subprocess.DEVNULL, stdout=full, stderr=subprocess.PIPE, text=True,
            env=environment(tmp_path), timeout=60, check=False,
        )  # fmt: skip
    assert done.returncode == 2
    assert "No space left" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_closed_input_is_an_empty_one(tmp_path: Path) -> None:
    done = subprocess.run(
        ["sh", "-c", 'exec "$@" <&-', "sh", *DOJO, "quiz", "--seed", "1"],
        capture_output=True, text=True, env=environment(tmp_path), timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0
    assert done.stderr == ""
    assert done.stdout.splitlines()[-1] == "score: 0/0"


def test_bytes_that_are_no_text_are_asked_again_and_count_nothing(tmp_path: Path) -> None:
    done = subprocess.run(
        [*DOJO, "quiz", "--plain", "--seed", "1"], input=b"\xff\xfe\n" + b"\xe4" * 2000 + b"\n",
        capture_output=True, env=environment(tmp_path), timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0
    assert done.stderr == b""
    assert done.stdout.count(b"these bytes are not UTF-8 text") == 2
    assert done.stdout.endswith(b"score: 0/0\n")


def test_a_byte_order_mark_before_the_answers_is_dropped(quiz: Quiz) -> None:
    arguments = only("choice")
    assert verdicts(quiz("\ufeff" + right_line(arguments) + "\n", *arguments).stdout) == ["right"]


def test_commands_skip_undo_switch_and_help_between_answers(quiz: Quiz) -> None:
    arguments = only("choice")
    right = right_line(arguments)
    assert quiz("", *arguments).stdout.startswith("commands: :s skip, :h hint, :u undo")
    assert verdicts(quiz(":s\n", *arguments).stdout) == ["skipped"]
    assert "There is nothing to take back." in quiz(":u\n", *arguments).stdout
    assert "Type an answer as the line above says." in quiz("：？\n", *arguments).stdout
    done = quiz(f":l\n{right}\n", *arguments)
    assert "\n对\n" in done.stdout


def test_a_hint_is_given_by_a_command_and_kept_with_the_answer(quiz: Quiz, tmp_path: Path) -> None:
    said = quiz(":h\nb\n", "--id", "s-choice").stdout
    assert "\nhint: Think of the corner" in said
    assert len(verdicts(said)) == 1
    with open_progress(tmp_path / "home" / FILE_NAME, time.time) as log:
        assert [answer.answer["hint"] for answer in log.answers()] == [True]
    assert "This question has no hint." in quiz(":h\n", "--id", "s-order").stdout


def test_an_unknown_command_is_no_answer(quiz: Quiz) -> None:
    said = quiz(":x\n", "--id", "s-open").stdout
    assert "there is no command :x; :? lists them all" in said
    assert said.endswith("score: 0/0\n")


def test_the_language_switched_between_points_shows_the_points_again(quiz: Quiz) -> None:
    said = quiz("the capacity\n:l\n:h\n1\n", "--id", "s-open", "--id", "s-order").stdout
    before, _, after = said.partition("好回答的要点：")
    assert "points of a good answer:" in before
    assert "1) 容量超过数据量（已从你的回答中识别）" in after.splitlines()
    assert "第 2 题" not in after[: after.index("部分：")]


def test_remarks_in_chinese_have_a_colon_of_full_width(quiz: Quiz) -> None:
    assert "\n- 更大的网络：它增加了模型容量。" in quiz("a b c d\n", "--id", "s-multi", "--lang", "zh").stdout


def test_an_answer_is_taken_back_by_a_command_and_given_anew(quiz: Quiz) -> None:
    done = quiz(":s\n:u\n:s\n:s\n:q\n", "--seed", "1", "--count", "3")
    assert "Taken back" in done.stdout
    assert done.stdout.splitlines()[-1] == "score: 0/2"


def test_quitting_by_a_command_leaves_the_rest_for_another_day(quiz: Quiz, tmp_path: Path) -> None:
    quiz(":s\n:q\n", "--seed", "1", "--count", "3")
    with open_progress(tmp_path / "home" / FILE_NAME, time.time) as log:
        left = log.unfinished()
    assert left is not None
    assert len(left.remaining) == 2


def test_topics_may_be_named_without_an_option_and_kinds_and_ids_chosen(quiz: Quiz) -> None:
    assert "of 2: " in quiz("", "sample", "--count", "2").stdout
    assert ", match" in quiz("", "--kind", "match", "--count", "1").stdout
    assert "Order one step of training." in quiz("", "--id", "s-order").stdout
    assert "There is no question 's-oder'; ids: dojo bank list" in quiz("", "--id", "s-oder").stderr


def test_missed_and_flagged_questions_can_be_asked_alone(quiz: Quiz, tmp_path: Path) -> None:
    assert "You have not missed any such question." in quiz("", "--missed").stderr
    assert "You have not flagged any such question." in quiz("", "--flagged").stderr
    quiz("t\n", "--id", "s-boolean")
    with open_progress(tmp_path / "home" / FILE_NAME, time.time) as log:
        log.flag("s-order", "why?")
    assert "question 1 of 1: " in quiz("", "--missed").stdout
    assert "Order one step of training." in quiz("", "--flagged").stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(["--topic", "smaple"], "Did you mean sample?"), (["--topic", "xyz"], "The topics are sample."),
     (["--topic", "../sample"], "There is no topic"), (["--count", "0"], "0 is not in the range"),
     (["--level", "4"], "4 is not in the range"), (["--timed", "0"], "0"), (["--lang", "fr"], "fr"),
     (["--cuont", "3"], "--count"), (["--seed", "x"], "not a valid integer")],
)  # fmt: skip
def test_a_wrong_call_is_told_in_a_sentence_and_ends_with_2(quiz: Quiz, arguments: list[str], said: str) -> None:
    done = quiz("", *arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_a_misspelt_topic_is_told_in_chinese_with_chinese_stops(quiz: Quiz) -> None:
    assert "没有名为 'smaple' 的主题。你是否想找 sample？\n" in quiz("", "smaple", "--lang", "zh").stderr


def test_an_empty_content_folder_is_told_in_a_sentence(quiz: Quiz, tmp_path: Path) -> None:
    done = quiz("", DOJO_CONTENT=str(tmp_path))
    assert done.returncode == 2
    assert "DOJO_CONTENT" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_bank_with_a_mistake_is_told_with_file_and_line(quiz: Quiz, tmp_path: Path) -> None:
    folder = tmp_path / "questions"
    folder.mkdir()
    (folder / "sample.yaml").write_text(
        "topic: sample\ntitle: {en: A, zh: 一}\nquestions:\n  - id: x\n    kind: choise\n"
    )
    done = quiz("", DOJO_CONTENT=str(tmp_path))
    assert done.returncode == 2
    assert re.search(r"sample\.yaml:\d+: ", done.stderr)


@pytest.mark.parametrize("what", ["corrupt", "newer", "foreign", "folder"])
def test_a_log_that_cannot_be_used_is_told_and_left_and_the_quiz_goes_on(quiz: Quiz, tmp_path: Path, what: str) -> None:
    home = tmp_path / "home"
    home.mkdir()
    file = home / FILE_NAME
    if what == "corrupt":
        file.write_bytes(b"SQLite format 3\x00" + b"\xff" * 4000)
    elif what == "folder":
        file.mkdir()
    else:
        with sqlite3.connect(file) as connection:
            connection.execute("CREATE TABLE other (x)")
            connection.execute(f"PRAGMA user_version = {999 if what == 'newer' else 0}")
        connection.close()
    before = file.read_bytes() if file.is_file() else b""
    done = quiz("f\n", *only("boolean"))
    assert done.returncode == 0
    assert done.stdout.splitlines()[-1] == "score: 1/1"
    assert "progress.db" in done.stdout
    kept = [path.read_bytes() for path in home.rglob("*") if path.is_file()]
    assert not before or before in kept


def test_a_home_that_cannot_be_written_is_told(quiz: Quiz, tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file where the folder should be")
    done = quiz("f\n", *only("boolean"))
    assert done.returncode == 0
    assert "Not saved" in done.stdout
    assert done.stdout.splitlines()[-1] == "score: 1/1"


def test_a_terminal_without_unicode_gets_ascii(quiz: Quiz) -> None:
    done = quiz("", "--seed", "3", PYTHONIOENCODING="ascii")
    assert done.stdout.isascii()
    assert done.returncode == 0


def test_chinese_on_a_terminal_that_has_none_becomes_english_with_a_word_on_it(quiz: Quiz) -> None:
    done = quiz("", *only("boolean"), "--lang", "zh", PYTHONIOENCODING="ascii")
    assert "This terminal cannot show Chinese" in done.stdout
    assert "Dropout is active" in done.stdout


def test_the_first_question_imports_nothing_that_it_does_not_need(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom dojo.cli import main\ntry:\n    main(['quiz', '--plain', '--seed', '1'])\n"
        "except SystemExit:\n    print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    )
    for _ in range(2):  # the first run compiles the banks, which takes YAML
        done = subprocess.run(
            [sys.executable, "-c", code], input="", capture_output=True, text=True, env=environment(tmp_path),
            timeout=60, check=True,
        )  # fmt: skip
    loaded = set(done.stdout.splitlines()[-1].split())
    assert {"click", "dojo", "rich"} <= loaded
    assert not loaded & {
        "yaml",
        "numpy",
        "torch",
        "pytest",
        "hypothesis",
        "pygments",
        "markdown_it",
        "asyncio",
        "jinja2",
        "difflib",
    }


def test_fewer_questions_than_asked_for_are_announced_on_standard_error(quiz: Quiz) -> None:
    assert quiz("", "--count", "12").stderr == "Only 9 questions fit your choice: you get 9, not 12.\n"
    assert quiz("").stderr == ""
    assert quiz("", "--count", "9").stderr == ""
