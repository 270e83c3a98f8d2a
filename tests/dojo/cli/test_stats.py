"""`dojo stats`: what was answered comes summed up, what is weak first, and nothing yet is a kind word."""

import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from dojo.cli.stats import command
from dojo.progress import FILE_NAME, Plan, Planned, open_progress
from dojo.progress.overview import overview
from dojo.schedule.figures import figures
from dojo.schedule.replay import local_day, memories
from dojo.show import stats as stats_page
from dojo.show.figures import lines as practice
from dojo.show.text.wrap import width

DAY = 86400.0


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("DOJO_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("DOJO_CONTENT", str(tmp_path / "no banks"))
    return tmp_path / "home"


@pytest.fixture
def keep(home):
    """Records (question, topic, score, days ago); a score of None is a skip."""

    def keep(answers, flags=(), verdicts=()):
        at = [0.0]
        with open_progress(home / FILE_NAME, lambda: at[0]) as progress:
            session = progress.begin_session(Plan((Planned("q", 1),)))
            for question, topic, score, days in answers:
                at[0] = time.time() - days * DAY
                outcome = {None: "skipped", 0.0: "wrong", 1.0: "right"}.get(score, "partly")
                progress.record_answer(
                    session, question=question, topic=topic, seed=1, answer="b", outcome=outcome, score=score or 0.0,
                    seconds=30.0,
                )  # fmt: skip
            for question, note in flags:
                progress.flag(question, note)
            for kata, verdict, score, days in verdicts:
                at[0] = time.time() - days * DAY
                progress.record_verdict(kata, verdict, score, "digest", 0.1)
            return overview(progress.answers(), progress.flags(), progress.verdicts())

    return keep


def shown(*arguments):
    """What the command writes, its spaces single."""
    result = CliRunner().invoke(command, arguments)
    assert result.exit_code == 0, result.output
    return [" ".join(line.split()) for line in result.output.splitlines()]


@pytest.mark.parametrize(("lang", "kind"), [("en", "Nothing here yet"), ("zh", "还没有记录")])
def test_nothing_yet_is_a_kind_sentence_and_leaves_no_file(home, lang, kind):
    (line,) = shown("--lang", lang)
    assert kind in line
    assert "dojo quiz" in line
    assert not home.exists()


def test_a_log_without_an_answer_is_nothing_yet(home, keep):
    keep([])
    assert "dojo quiz" in shown("--lang", "en")[0]


def test_each_topic_has_its_count_share_and_last_day(keep):
    keep(
        [("a", "gradients", 0.0, 3), ("a", "gradients", 1.0, 2), ("b", "gradients", 0.5, 2), ("c", "gru_lstm", 1.0, 0)],
    )
    lines = shown("--lang", "en")
    assert "4 answers to 3 questions, 62% right; 2 min of thinking" in lines
    assert "gradients 2 3 50% 75% ████████░░ 2 days ago" in lines
    assert "gru_lstm 1 1 100% 100% ██████████ today" in lines


def test_the_page_is_chinese_when_asked(keep):
    keep(
        [("a", "gradients", 0.0, 1), ("b", "gradients", None, 0)], [("a", "看不懂")], [("gru_cell", "timeout", 0.5, 0)]
    )
    lines = shown("--lang", "zh")
    assert "共作答 1 次，涉及 1 道题，正确率 0%，思考用时 60 秒，跳过 1 次" in lines
    assert "gradients 1 1 0% 0% ░░░░░░░░░░ 昨天" in lines
    assert "gru_cell 1 50% 超时 今天" in lines
    assert "→ 看不懂" in lines


def test_skips_and_answers_taken_back_are_in_no_share(home, keep):
    keep([("a", "gradients", 1.0, 0), ("b", "gradients", None, 0), ("c", "gradients", 0.0, 0)])
    with open_progress(home / FILE_NAME, time.time) as progress:
        progress.retract(progress.answers("c")[0].id)
    assert "1 answer to 1 question, 100% right; 60 s of thinking; 1 skipped" in shown("--lang", "en")


def test_the_weakest_topics_are_named_with_their_command_worst_first(keep):
    answers = [(f"{topic}-{n}", topic, score, 0) for topic, score in
               (("good", 1.0), ("poor", 0.0), ("middling", 0.5), ("nearly", 0.75)) for n in range(4)]  # fmt: skip
    weakest = keep([*answers, ("few-1", "few", 0.0, 0), ("few-2", "few", 0.0, 0)]).weakest
    assert [tally.topic for tally in weakest] == ["poor", "middling", "nearly"]
    lines = shown("--lang", "en")
    at = lines.index("Practise next")
    assert lines[at + 1] == "poor: 0% right when last asked dojo quiz --topic poor"
    assert not any("--topic good" in line or "--topic few" in line for line in lines)


def test_what_was_learnt_since_is_not_weak(keep):
    answers = [(f"q-{n}", "gradients", score, 2 - score) for score in (0.0, 1.0) for n in range(5)]
    so_far = keep(answers)
    assert so_far.topics[0].share == 0.5
    assert so_far.topics[0].known == 1.0
    assert so_far.weakest == ()


def test_a_question_that_moved_to_another_topic_counts_there(keep):
    so_far = keep([("a", "gradients", 0.0, 2), ("a", "optimisation", 1.0, 1)])
    assert [(tally.topic, tally.answers) for tally in so_far.topics] == [("optimisation", 2)]


def test_katas_show_the_best_score_and_the_last_verdict(keep):
    keep([], verdicts=[("stable_softmax", "passed", 1.0, 2), ("stable_softmax", "failed", 0.4, 1)])
    lines = shown("--lang", "en")
    assert "stable_softmax 2 100% failed yesterday" in lines
    assert not any(" to " in line for line in lines)


def test_flags_show_their_notes_without_their_control_characters(keep):
    keep([], [("clip-by-norm", "which norm?\n\x1b[31mred"), ("gru-parameters", "")])
    result = CliRunner().invoke(command, ["--lang", "en"])
    assert "clip-by-norm\n    → which norm? \ufffd[31mred" in result.output
    assert "gru-parameters" in result.output


@pytest.mark.parametrize("columns", [40, 60, 80, 100])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_no_line_is_wider_than_the_screen(keep, lang, columns):
    so_far = keep(
        [(f"q-{n}", "information_theory", n % 2 / 1, n) for n in range(6)],
        [("a-question-with-a-long-name", "一个相当长的备注，长到一行放不下，" * 4)],
        [("chatglm_inference", "forbidden", 0.5, 400)],
    )
    for unicode in (True, False):
        lines = stats_page.page(so_far, lang, time.time(), columns, unicode)
        assert max(width(line.plain) for line in lines) <= columns


@pytest.mark.parametrize(("share", "text"), [(0.0, "0%"), (0.001, "1%"), (0.5, "50%"), (0.999, "99%"), (1.0, "100%")])
def test_all_and_nothing_are_said_of_all_and_nothing_only(share, text):
    assert stats_page.percent(share) == text


@pytest.mark.parametrize(
    ("seconds", "en", "zh"),
    [(0, "0 s", "0 秒"), (119, "119 s", "119 秒"), (150, "2 min", "2 分钟"), (3700, "1 h 1 min", "1 小时 1 分钟")],
)
def test_durations_are_round(seconds, en, zh):
    assert (stats_page.duration(seconds, "en"), stats_page.duration(seconds, "zh")) == (en, zh)


def run(home: Path, *arguments: str, **environ: str) -> "subprocess.CompletedProcess[bytes]":
    code = "from dojo.cli.stats import command; command()"
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True, check=False, env={**os.environ, "DOJO_HOME": str(home), **environ},
    )  # fmt: skip


def test_a_pipe_gets_no_control_codes_and_an_ascii_terminal_no_other_signs(home, keep):
    keep([("a", "gradients", 0.5, 0)], [], [("gru_cell", "passed", 1.0, 0)])
    piped = run(home, "--lang", "zh", PYTHONUTF8="1")
    assert piped.returncode == 0
    assert b"\x1b" not in piped.stdout
    assert "编程题" in piped.stdout.decode()
    ascii_only = run(home, "--lang", "zh", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert ascii_only.returncode == 0
    assert ascii_only.stdout.isascii()
    assert b"Katas" in ascii_only.stdout
    assert b"#####....." in ascii_only.stdout


def test_a_file_of_a_newer_version_is_said_in_a_sentence(home):
    home.mkdir()
    with open_progress(home / FILE_NAME, time.time) as progress:
        progress._connection.execute("PRAGMA user_version = 99")
    result = run(home, "--lang", "zh", PYTHONUTF8="1")
    assert result.returncode == 2
    assert "升级" in result.stderr.decode()
    assert b"Traceback" not in result.stderr
    assert result.stdout == b""


def test_a_damaged_file_is_said_on_standard_error(home):
    home.mkdir()
    (home / FILE_NAME).write_bytes(b"no database" * 500)
    result = run(home, "--lang", "en")
    assert result.returncode == 0
    assert b"it is kept as" in result.stderr
    assert b"Nothing here yet" in result.stdout


def test_a_log_that_cannot_be_written_is_read_all_the_same_its_newest_part_too(keep, home, monkeypatch):
    keep([("a", "gradients", 1.0, 0)])
    with open_progress(home / FILE_NAME, time.time) as progress:
        session = progress.begin_session(Plan((Planned("b", 1),)))
        progress.record_answer(
            session, question="b", topic="gradients", seed=1, answer="b", outcome="wrong", score=0.0, seconds=30.0
        )
        before = {path.name: path.read_bytes() for path in home.iterdir()}
        assert before[FILE_NAME + "-wal"]
        monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK or not Path(path).is_relative_to(home))
        assert "2 answers to 2 questions, 50% right; 60 s of thinking" in shown("--lang", "en")
        assert {path.name: path.read_bytes() for path in home.iterdir() if path.is_file()} == before


@pytest.mark.parametrize(
    ("lang", "row", "advice"),
    [
        ("en", "RNN, GRU and LSTM 3/", "RNN, GRU and LSTM: 0% right when last asked dojo quiz --topic gru_lstm"),
        ("zh", "RNN、GRU 与 LSTM 3/", "RNN、GRU 与 LSTM：最近一次正确率 0% dojo quiz --topic gru_lstm"),
    ],
)
def test_a_topic_goes_by_its_name_and_by_the_word_to_type(keep, monkeypatch, lang, row, advice):
    monkeypatch.delenv("DOJO_CONTENT")
    keep([(f"g-{n}", "gru_lstm", 0.0, 0) for n in range(3)])
    lines = shown("--lang", lang)
    assert any(line.startswith(row) for line in lines)
    assert advice in lines


@pytest.mark.parametrize(("lang", "said"), [("en", "no answers yet; 2 skipped"), ("zh", "还没有作答，跳过 2 次")])
def test_skips_alone_are_no_answers(keep, lang, said):
    keep([("a", "gradients", None, 0), ("b", "gradients", None, 0)])
    assert said in shown("--lang", lang)


CONTENT = Path(__file__).parents[1] / "content"


def test_coverage_and_the_stems_of_flagged_questions_come_from_the_banks(keep, monkeypatch):
    monkeypatch.setenv("DOJO_CONTENT", str(CONTENT))
    keep([("s-order", "sample", 1.0, 0)], flags=[("s-order", "is this so?")])
    lines = shown()
    assert any("1 of 9 questions seen" in line for line in lines)
    flagged = lines.index("s-order")
    assert lines[flagged + 1 : flagged + 3] == ["Order one step of training.", "→ is this so?"]


def test_a_clock_that_ran_ahead_once_hides_no_later_answer(keep):
    so_far = keep([("a", "attention", 0.0, -400), ("b", "attention", 1.0, 0)])
    assert so_far.topics[0].last < time.time() + DAY
    assert any("today" in line for line in shown())


def test_the_page_with_charts_loads_nothing_and_escapes_what_it_shows(keep, tmp_path):
    keep(
        [("<b>q", "<i>t", score, days) for days in (9, 6, 2, 1, 0) for score in (1.0, 0.0)],
        verdicts=[("k", "passed", 1.0, 1)],
    )
    for lang in ("en", "zh"):
        path = tmp_path / f"{lang}.html"
        result = CliRunner().invoke(command, ["--html", str(path), "--lang", lang])
        assert result.exit_code == 0, result.output
        page = path.read_text(encoding="utf-8")
        assert page.count("<svg") == 3  # activity, forecast, memory
        assert "&lt;b&gt;q" in page
        assert not re.search(r"<[bi]>|https?:|src=|@import|url\(", page)
        assert "prefers-color-scheme: dark" in page


def test_a_page_that_can_t_be_written_is_said(keep, tmp_path):
    keep([("q", "t", 1.0, 0)])
    result = CliRunner().invoke(command, ["--html", str(tmp_path / "none" / "x.html")])
    assert (result.exit_code, "can't write" in result.output) == (2, True)


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("columns", [40, 80, 120])
def test_the_practice_part_fits_the_screen(keep, lang, columns, home):
    keep([(f"q{n}", "t", float(n % 3 > 0), days) for days in range(20) for n in range(9)])
    with open_progress(home / FILE_NAME, time.time) as progress:
        today = local_day(time.time())
        found = figures(progress.answers(), progress.verdicts(), memories(progress, None), today)
    lines = [line for part in practice(found, lang, columns, True) for line in part]
    assert len(lines) > 12
    assert max(width(line.plain) for line in lines) <= columns
