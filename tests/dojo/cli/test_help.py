"""Help in both languages for every command and option; Tab completion; a question that is not answered."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator

import click
import pytest
from click.testing import CliRunner
from rich.cells import cell_len

from dojo.cli import main
from dojo.cli.chinese_help import COMMANDS, SHARED
from dojo.cli.kata import COMMANDS as KATA_COMMANDS
from grader.catalogue import load
from grader.content import content_root

KATAS = load(content_root({}))
DOJO = [sys.executable, "-c", "from dojo.cli import main; main(prog_name='dojo')"]


def every_command(group: click.Command, path: str = "") -> Iterator[tuple[str, click.Command]]:
    yield path, group
    if isinstance(group, click.Group):
        for name in group.list_commands(click.Context(group)):
            child = group.get_command(click.Context(group), name)
            assert child is not None
            yield from every_command(child, f"{path} {name}".strip())


EVERY = dict(every_command(main))


def shown(*call: str, lang: str) -> str:
    done = CliRunner().invoke(main, call, prog_name="dojo", env={"DOJO_LANG": lang, "COLUMNS": "80"})
    assert done.exit_code == 0, done.output
    return done.output


@pytest.mark.parametrize("path", EVERY)
def test_every_command_and_option_has_a_chinese_text(path: str) -> None:
    entry = COMMANDS[path]
    for param in EVERY[path].params:
        if isinstance(param, click.Option):
            assert any(name in entry.options or name in SHARED for name in param.opts), param.opts
    named = {name for param in EVERY[path].params for name in param.opts}
    assert set(entry.options) <= named  # an option that is gone has no text


def test_no_chinese_text_is_left_of_a_command_that_is_gone() -> None:
    assert set(COMMANDS) == set(EVERY)


@pytest.mark.parametrize("path", EVERY)
def test_help_in_chinese_has_no_english_sentence_and_fits_the_screen(path: str) -> None:
    text = shown(*path.split(), "--help", lang="zh")
    assert text.startswith(f"用法：dojo {path}".strip())
    prose = text.partition("示例：")[0].partition("\n")[2] + text.partition("选项：")[2]
    assert not re.search(r"[a-z]{2,} [a-z]{2,} [a-z]{2,}", prose), prose
    assert "示例：" in text
    assert max(cell_len(line) for line in text.splitlines()) <= 80
    example = next(line for line in (EVERY[path].help or "").splitlines() if line.strip().startswith("dojo "))
    assert example.strip() in text


@pytest.mark.parametrize("path", EVERY)
def test_help_stays_english_after_chinese_was_asked_for_once(path: str) -> None:
    before = shown(*path.split(), "--help", lang="en")
    shown(*path.split(), "--help", lang="zh")
    assert shown(*path.split(), "--help", lang="en") == before
    assert not re.search(r"[\u4e00-\u9fff]", before)


@pytest.mark.parametrize("option", [["--lang", "zh"], ["--lang=zh"]])
@pytest.mark.parametrize("path", EVERY)
def test_the_language_of_help_can_be_an_option_of_any_command(path: str, option: list[str]) -> None:
    assert shown(*path.split(), *option, "--help", lang="en").startswith("用法：")
    assert shown(*path.split(), "--help", *option, lang="en").startswith("用法：")
    assert shown(*path.split(), "--help", "--lang", "en", lang="zh").startswith("Usage: ")


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_line_of_kata_names_all_its_commands(lang: str) -> None:
    words = re.split(r"[\s,.、。：:]+", shown("--help", lang=lang).partition("\n  kata ")[2].partition("  drill ")[0])
    assert set(KATA_COMMANDS) <= set(words)


def test_a_group_without_a_command_shows_its_help_in_chinese() -> None:
    done = CliRunner().invoke(main, ["kata"], env={"DOJO_LANG": "zh"})
    assert "选项：" in done.output
    assert "生成题目文件夹" in done.output


@pytest.mark.parametrize(("lang", "said"), [("en", "Aborted!"), ("zh", "已中断！")])
def test_a_question_without_an_answer_ends_in_the_language_of_the_call(lang: str, said: str) -> None:
    done = CliRunner().invoke(main, ["kata", "solution", "gru_cell"], input="", env={"DOJO_LANG": lang})
    assert done.exit_code == 1
    assert said in done.output


def completed(*words: str) -> set[str]:
    env = {**os.environ, "_DOJO_COMPLETE": "bash_complete", "COMP_WORDS": " ".join(["dojo", *words]),
           "COMP_CWORD": str(len(words))}  # fmt: skip
    done = subprocess.run(DOJO, env=env, capture_output=True, text=True, timeout=60, check=True)
    return {line.partition(",")[2] for line in done.stdout.splitlines()}


def test_the_shell_completes_commands_options_slugs_and_topics() -> None:
    assert completed("ka") == {"kata"}
    assert completed("kata", "re") == {"reset"}
    assert completed("kata", "test", "--te") == {"--test"}
    topics = {kata.topic for kata in KATAS.values()}
    for command in ("show", "start", "test", "watch", "hint", "solution", "reset"):
        assert completed("kata", command, "stable") == {slug for slug in KATAS if slug.startswith("stable")}
    assert completed("kata", "start", "gru_cell", "stable_s") == {"stable_softmax"}
    assert completed("kata", "list", "--topic", "reg") == {topic for topic in topics if topic.startswith("reg")}
    assert completed("quiz", "--topic", "regu") == {"regularization"}
    assert completed("quiz", "regu") == {"regularization"}
    assert completed("quiz", "--kind", "bo") == {"boolean"}


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_named_in_the_help_and_the_readme(shell: str) -> None:
    said = f"_DOJO_COMPLETE={shell}_source dojo"
    assert said in shown("--help", lang="en")
    assert said in shown("--help", lang="zh")
    readme = (content_root({}) / "README.md").read_text(encoding="utf-8")
    assert "_DOJO_COMPLETE=bash_source dojo" in readme


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_quiz_starts_without_what_only_help_and_katas_need(lang: str) -> None:
    code = "import sys, atexit; atexit.register(lambda: print(*sys.modules)); from dojo.cli import main; main()"
    env = {**os.environ, "DOJO_LANG": lang}
    call = [sys.executable, "-c", code, "quiz", "--plain", "--count", "1"]
    done = subprocess.run(call, env=env, input="", capture_output=True, text=True, timeout=60, check=True)
    loaded = set(done.stdout.splitlines()[-1].split())
    assert "dojo.show.quiz.plain" in loaded
    assert not loaded & {"dojo.cli.chinese", "dojo.cli.chinese_help", "dojo.cli.completion", "dojo.cli.wrong_calls"}
    assert not [name for name in loaded if name.startswith(("grader.judge", "dojo.drill", "dojo.show.katas", "numpy"))]
