"""Wrong calls are told in the language of the call, one sentence each, and always end with 2."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from dojo.cli import main
from dojo.cli.options import listed

CALLS = {
    "quiz --levl 2": "没有选项 --levl。",
    "quiz --level 9": "--level 的值不对：应为不小于 1 且不大于 3 的整数。",
    "quiz --timed 0": "--timed 的值不对：应为大于 0 且不大于 86400 的数。",
    "quiz --seed -1": "--seed 的值不对：应为不小于 0 的整数。",
    "quiz --topic": "选项 --topic 缺少取值。",
    "quiz --plain=3": "选项 --plain 不带取值。",
    "stats one two": "多余的参数：one two",
    "quiz --lang fr": "--lang 的值不对：应为 en、zh 之一。",
    "kata show": "缺少参数 SLUG。",
    "release": "缺少参数 DIR。",
    "merge": "缺少参数 RESULT.json。",
    "kata strat": "没有命令 strat。是否想用 start？",
    "cook": "没有命令 cook。现有命令：quiz、",
    "lint nowhere": "没有名为 nowhere 的文件、文件夹或题目。",
    "--foo": "没有选项 --foo。",
}


@pytest.mark.parametrize("call", CALLS)
def test_a_wrong_call_is_said_in_chinese_and_ends_with_2(call: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOJO_LANG", "zh")
    done = CliRunner().invoke(main, call.split())
    assert done.exit_code == 2
    assert f"错误：{CALLS[call]}" in done.stderr
    assert "Error" not in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize(
    ("environ", "options", "chinese"),
    [("en", "--lang zh", True), ("en", "--lang=zh", True), ("zh", "--lang en", False), ("en", "", False)],
)
def test_the_language_of_the_call_goes_before_the_environment_s(
    environ: str, options: str, chinese: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOJO_LANG", environ)
    done = CliRunner().invoke(main, ["kata", "show", *options.split(), "a", "b"])
    assert ("多余的参数" in done.stderr) is chinese
    assert ("Error: " in done.stderr) is not chinese


def test_a_group_without_a_command_shows_its_help_in_any_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOJO_LANG", "zh")
    done = CliRunner().invoke(main, ["kata"])
    assert "dojo kata start stable_softmax" in done.output
    assert "错误" not in done.output


OURS = {
    "kata start stabel_softmax": "没有名为 'stabel_softmax' 的题目；是否想找 stable_softmax",
    "kata show cooking": "没有名为 'cooking' 的题目；见 dojo kata list",
    "kata test": "当前文件夹中没有题目；先开始一道：dojo kata start",
    "kata watch gru_cell": "这里还没有开始 gru_cell；请运行：dojo kata start gru_cell",
    "kata test nowhere.py": "nowhere.py 的文件名不是题目名",
    "kata test gru_cell.py": "没有 gru_cell.py；请先运行：dojo kata start gru_cell",
    "kata hint stable_softmax 99": "stable_softmax 共有",
    "kata list --topic cooking": "没有名为 'cooking' 的主题；现有：",
    "grade . --require cooking": "--require 中有不存在的题目：cooking",
    "grade . --json - --junit -": "只能有一份报告写到标准输出",
}


@pytest.mark.parametrize("call", OURS)
def test_what_we_find_wrong_is_said_in_chinese_too(call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    if "--json" in call:  # said after there is something to grade
        (tmp_path / "gru_cell.py").write_text("")
    done = CliRunner().invoke(main, [*call.split(), "--lang", "zh"])
    assert done.exit_code == 2
    assert OURS[call] in done.stderr


@pytest.mark.parametrize(
    "call",
    [
        ("--help",), ("--version",), ("kata", "--help"), ("kata", "list"), ("kata", "show", "gru_cell"),
        ("kata", "hint", "gru_cell"), ("kata", "solution", "gru_cell", "--yes"), ("stats",), ("bank", "export"), (),
        ("quiz", "--plain"), ("doctor",),
    ],
    ids=" ".join,
)  # fmt: skip
def test_a_reader_that_leaves_ends_every_command_alike(call: tuple[str, ...], tmp_path: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    env = {**os.environ, "DOJO_HOME": str(tmp_path), "DOJO_LANG": "en"}
    ours = [sys.executable, "-c", "from dojo.cli import main; main()", *call]
    done = subprocess.run(ours, env=env, stdin=subprocess.DEVNULL, stdout=writer, stderr=subprocess.PIPE, timeout=60)
    os.close(writer)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
@pytest.mark.parametrize("call", ["--help", "kata list", "bank export", "stats", "quiz --plain"])
def test_output_to_a_full_disk_ends_in_a_sentence(call: str, tmp_path: Path) -> None:
    env = {**os.environ, "DOJO_HOME": str(tmp_path), "DOJO_LANG": "en"}
    ours = [sys.executable, "-c", "from dojo.cli import main; main()", *call.split()]
    with open("/dev/full", "w") as full:
        done = subprocess.run(ours, env=env, stdin=subprocess.DEVNULL, stdout=full, stderr=subprocess.PIPE, timeout=60)
    assert done.returncode == 2
    assert done.stderr.startswith(b"dojo: ")
    assert done.stderr.endswith(b"No space left on device\n")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize(
    ("names", "en", "zh"),
    [(["a"], "a", "a"), (["a", "b"], "a or b", "a、b"), (["a", "b", "c"], "a, b or c", "a、b、c")],
)
def test_names_that_may_be_meant_are_joined_as_people_say_them(names: list[str], en: str, zh: str) -> None:
    assert (listed(names, "en"), listed(names, "zh")) == (en, zh)
