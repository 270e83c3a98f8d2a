"""The kata commands as a learner meets them: folders, exit statuses, sentences instead of tracebacks."""

from __future__ import annotations

import errno
import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dojo.cli import main
from dojo.cli.topics import kata_topic_titles
from dojo.drill.workspace import start
from dojo.progress import FILE_NAME, open_progress
from grader.catalogue import load
from grader.content import content_root

KATAS = load(content_root({}))
REFERENCE = KATAS["stable_softmax"].reference.read_text(encoding="utf-8")


@pytest.fixture(autouse=True)
def at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOJO_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("DOJO_LANG", "en")
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")


def dojo(*args: str) -> Result:
    return CliRunner().invoke(main, args)


def test_start_writes_a_folder_and_says_what_comes_next() -> None:
    done = dojo("kata", "start", "stable_softmax")
    assert done.exit_code == 0
    names = {path.name for path in Path("stable_softmax").iterdir()}
    assert names == {"statement.en.md", "statement.zh.md", "stable_softmax.py"} | {
        "test_examples.py", "support.py", "conftest.py",
    }  # fmt: skip
    assert "dojo kata test stable_softmax" in done.output


def test_start_brings_along_what_the_examples_need() -> None:
    dojo("kata", "start", "chatglm_inference")
    assert Path("chatglm_inference/support.py").is_file()


def test_start_never_writes_over_a_file() -> None:
    dojo("kata", "start", "stable_softmax")
    Path("stable_softmax/stable_softmax.py").write_text("mine")
    Path("stable_softmax/test_examples.py").unlink()
    done = dojo("kata", "start", "stable_softmax")
    assert done.exit_code == 0
    assert Path("stable_softmax/stable_softmax.py").read_text() == "mine"
    assert Path("stable_softmax/test_examples.py").is_file()
    assert "kept" in done.output


@pytest.mark.parametrize("where", [[], ["stable_softmax", "gru_cell"]], ids=["the folder above", "both by name"])
def test_one_pytest_runs_the_examples_of_several_katas(where: list[str]) -> None:
    for slug in ("gru_cell", "stable_softmax"):
        dojo("kata", "start", slug)
        Path(slug, f"{slug}.py").write_bytes(KATAS[slug].reference.read_bytes())
    call = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *where]
    done = subprocess.run(call, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    "call",
    [
        ("kata", "start", "stabel_softmax"),
        ("kata", "show", ""),
        ("kata", "test"),
        ("kata", "test", "nowhere.py"),
        ("kata", "hint", "stable_softmax", "99"),
        ("kata", "list", "--topic", "cooking"),
        ("kata", "strat", "stable_softmax"),
        ("grade",),
        ("grade", "nowhere"),
        ("grade", ".", "--require", "cooking"),
        ("grade", ".", "--json", "-", "--junit", "-"),
    ],
)
def test_a_wrong_call_exits_2_with_a_sentence(call: tuple[str, ...]) -> None:
    done = dojo(*call)
    assert done.exit_code == 2
    assert "Traceback" not in done.output
    assert len(done.output.strip()) > 10


def test_a_misspelt_kata_is_answered_with_the_near_one() -> None:
    assert "stable_softmax" in dojo("kata", "start", "stabel_softmax").output
    assert "'start'" in dojo("kata", "strat", "x").output


def test_two_katas_here_ask_which_one() -> None:
    dojo("kata", "start", "stable_softmax")
    dojo("kata", "start", "gru_cell")
    done = dojo("kata", "test")
    assert done.exit_code == 2
    assert "more than one" in done.output


def test_list_shows_all_katas_and_show_the_statement_in_both_languages() -> None:
    listed = dojo("kata", "list").output
    assert all(slug in listed for slug in KATAS)
    assert "np NumPy" in listed
    assert dojo("kata", "show", "perplexity").output.startswith(KATAS["perplexity"].statement("en"))
    shown = dojo("kata", "show", "perplexity", "--lang", "zh").output
    assert shown.startswith(KATAS["perplexity"].statement("zh"))


def test_hints_come_one_by_one_and_the_solution_asks_first() -> None:
    assert dojo("kata", "hint", "gru_cell").output.startswith("1/")
    assert CliRunner().invoke(main, ["kata", "solution", "stable_softmax"], input="n\n").exit_code == 1
    assert REFERENCE in dojo("kata", "solution", "stable_softmax", "--yes").output


def test_after_a_pass_the_solution_is_shown_without_asking(tmp_path: Path) -> None:
    with open_progress(tmp_path / "home" / FILE_NAME, time.time) as progress:
        progress.record_verdict("stable_softmax", "failed", 0.5, "1", 0.1)
        progress.record_verdict("perplexity", "passed", 1.0, "2", 0.1)
    asked = CliRunner().invoke(main, ["kata", "solution", "stable_softmax"], input="n\n")
    assert "no longer an exercise" in asked.output
    with open_progress(tmp_path / "home" / FILE_NAME, time.time) as progress:
        progress.record_verdict("stable_softmax", "passed", 1.0, "3", 0.1)
    shown = CliRunner().invoke(main, ["kata", "solution", "stable_softmax"], input="")
    assert shown.exit_code == 0
    assert REFERENCE in shown.output
    assert "no longer an exercise" not in shown.output


def test_yes_or_no_is_asked_in_the_language_of_the_learner() -> None:
    asked = CliRunner().invoke(main, ["kata", "solution", "stable_softmax", "--lang", "zh"], input="n\n").output
    assert "确定要看吗？ [y 是 / N 否] " in asked
    asked = CliRunner().invoke(main, ["kata", "solution", "stable_softmax"], input="n\n").output
    assert "Show it? [y/N] " in asked


def failing_half_way(after: int) -> Callable[[Path, bytes], None]:
    """A disk that is full in the middle of the file after so many whole ones."""
    left = [after]

    def write(path: Path, content: bytes) -> None:
        if left[0] == 0:
            path.write_bytes(content[: len(content) // 2])
            raise OSError(errno.ENOSPC, "No space left on device")
        left[0] -= 1
        path.write_bytes(content)

    return write


@pytest.mark.parametrize("links", [True, False], ids=["links", "no links"])
def test_a_full_disk_leaves_no_part_of_a_file_for_the_next_start_to_keep(
    links: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not links:
        monkeypatch.setattr("os.link", _no_links)
    kata = KATAS["stable_softmax"]
    with pytest.raises(OSError, match="No space"):
        start(kata, Path(), failing_half_way(after=2))
    placed = sorted(path.name for path in Path("stable_softmax").iterdir())
    assert placed == ["statement.en.md", "statement.zh.md"]
    Path("stable_softmax/statement.en.md").write_text("mine")
    _, written, kept = start(kata, Path())
    assert [path.name for path in kept] == placed
    assert len(written) == 4
    assert Path("stable_softmax/statement.en.md").read_text() == "mine"
    assert Path("stable_softmax/stable_softmax.py").read_bytes() == kata.starter.read_bytes()
    assert Path("stable_softmax/test_examples.py").read_bytes() == kata.examples.read_bytes()
    assert not list(Path("stable_softmax").glob(".dojo-*"))


def _no_links(*_: object) -> None:
    raise OSError(errno.EPERM, "Operation not permitted")


def test_a_file_has_the_rights_that_others_get_here() -> None:
    Path("other").write_text("")
    dojo("kata", "start", "stable_softmax")
    assert Path("stable_softmax/stable_softmax.py").stat().st_mode == Path("other").stat().st_mode


@pytest.mark.parametrize(("lang", "name"), [("en", "RNN, GRU and LSTM"), ("zh", "RNN、GRU 与 LSTM")])
def test_list_gives_topics_their_names_and_says_what_to_type_for_them(lang: str, name: str) -> None:
    listed = dojo("kata", "list", "--topic", "gru_lstm", "--lang", lang).output
    count = sum(kata.topic == "gru_lstm" for kata in KATAS.values())
    assert f"{name}  gru_lstm  0/{count}" in listed


def test_a_topic_that_is_not_there_is_said_to_be_none() -> None:
    done = dojo("bank", "export", "--topic", "gru-lstn")
    assert done.exit_code == 2
    assert done.output == "dojo: There is no topic 'gru-lstn'. Did you mean gru_lstm?\n"


def test_every_topic_with_katas_has_a_title_in_both_languages() -> None:
    topics = {kata.topic for kata in KATAS.values()}
    titles = kata_topic_titles(topics)
    assert set(titles) == topics
    assert all(re.search("[\u4e00-\u9fff]", title.zh) for title in titles.values())
    assert not [title.en for title in titles.values() if re.search("[\u4e00-\u9fff]", title.en)]
