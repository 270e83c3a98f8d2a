"""`dojo grade` from the outside: who is graded, what is reported and where, exit statuses, what is kept."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import jsonschema
import pytest

from grader.catalogue import load
from grader.content import content_root

KATAS = load(content_root({}))
SOFTMAX = KATAS["stable_softmax"]
SCHEMA = json.loads((Path(__file__).resolve().parents[3] / "docs" / "results.schema.json").read_text(encoding="utf-8"))
DOJO = [sys.executable, "-c", "from dojo.cli import main; main()"]


def environment(where: Path, **more: str) -> dict[str, str]:
    env = {**os.environ, "DOJO_HOME": str(where / "home"), "DOJO_LANG": "en", **more}
    env.pop("PYTHONPATH", None)
    return env


def dojo(where: Path, *args: str, **environ: str) -> subprocess.CompletedProcess[str]:
    call = [*DOJO, *args, "--sandbox", "off"]
    env = environment(where, **environ)
    return subprocess.run(call, cwd=where, env=env, capture_output=True, text=True, timeout=120)


@pytest.fixture
def group(tmp_path: Path) -> Path:
    """ana is right, bo is wrong, cy handed in something else."""
    wrong = SOFTMAX.solution / "wrong" / "no_maximum.py"
    for member, source in {"ana": SOFTMAX.reference, "bo": wrong}.items():
        (tmp_path / "group" / member).mkdir(parents=True)
        (tmp_path / "group" / member / "stable_softmax.py").write_bytes(source.read_bytes())
    (tmp_path / "group" / "cy").mkdir()
    (tmp_path / "group" / "cy" / "notes.txt").write_text("later")
    return tmp_path


def test_what_lies_in_the_folder_is_not_trusted(group: Path) -> None:
    for name in ("conftest.py", "numpy.py", "pytest.py", "multiprocessing.py", "sitecustomize.py", "grader.py"):
        (group / "group" / name).write_text("import os\nos._exit(0)\n")
    (group / "group" / "pytest.ini").write_text("[pytest]\naddopts = --collect-only\n")
    env = {"PYTEST_ADDOPTS": "--collect-only", "PYTEST_PLUGINS": "nowhere"}
    call = [str(Path(sys.executable).parent / "dojo"), "grade", ".", "--json", "-", "--sandbox", "off", "--jobs", "2"]
    environ = {**os.environ, **env, "DOJO_HOME": str(group / "home")}
    (group / "group" / "di").mkdir()
    (group / "group" / "di" / "stable_softmax.py").write_text("def softmax(x): return x")
    done = subprocess.run(call, cwd=group / "group", env=environ, capture_output=True, text=True, timeout=120)
    verdicts = [result["verdict"] for result in json.loads(done.stdout)["results"]]
    assert verdicts == ["passed", "error", "failed"]


def test_reports_tell_the_same_story(group: Path) -> None:
    reports = ["--json", "r.json", "--junit", "r.xml", "--markdown", "r.md", "--html", "r.html"]
    done = dojo(group, "grade", "group", *reports)
    assert done.returncode == 1, done.stderr
    assert "left out:\n  group/cy/notes.txt: not a <kata>.py file\n" in done.stdout
    document = json.loads((group / "r.json").read_text(encoding="utf-8"))
    assert document["schema"] == 1
    assert document["sandbox"] == "plain"
    assert set(document) == {"schema", "versions", "sandbox", "members", "left_out", "results"}
    assert [(one["member"], one["graded"], one["met"]) for one in document["members"]] == [
        ("ana", 1, True), ("bo", 1, False), ("cy", 0, False),
    ]  # fmt: skip
    assert document["left_out"] == [{"path": "group/cy/notes.txt", "why": "not a <kata>.py file"}]
    assert set(document["versions"]) == {"nlp-dojo", "python", "numpy", "torch"}
    ana, bo = document["results"]
    assert (ana["member"], ana["kata"], ana["verdict"], ana["score"]) == ("ana", "stable_softmax", "passed", 1.0)
    assert bo["misconception"]
    assert bo["points"] == sum(test["points"] for test in bo["tests"])
    assert bo["score"] == pytest.approx(bo["points"] / bo["max_points"], abs=1e-6)
    keys = {"name", "promise", "verdict", "points", "max_points", "line", "call", "expected", "actual", "message"}
    assert set(ana["tests"][0]) == keys | {"output", "hint"}
    suites = ElementTree.parse(group / "r.xml").getroot()
    cases = suites.findall(".//testcase")
    assert len(cases) == len(ana["tests"]) + len(bo["tests"]) + 1  # cy's
    assert len({(case.attrib["classname"], case.attrib["name"]) for case in cases}) == len(cases)
    assert all(float(case.attrib["time"]) > 0 for case in cases if case.attrib["classname"] != "cy")
    losers = [test for test in bo["tests"] if test["verdict"] != "passed"]
    assert len(suites.findall(".//error")) + len(suites.findall(".//failure")) == len(losers)
    markdown = (group / "r.md").read_text(encoding="utf-8")
    assert "| ana | stable\\_softmax | passed |" in markdown or "| ana | stable_softmax | passed |" in markdown
    html = (group / "r.html").read_text(encoding="utf-8")
    assert all(test["promise"].replace("'", "&#x27;") in html for test in losers)
    assert "http" not in html


def test_criteria_decide_the_exit_status(group: Path) -> None:
    assert dojo(group, "grade", "group/ana").returncode == 0
    assert dojo(group, "grade", "group/ana", "group/bo", "--min-score", "0.5").returncode == 0
    low = dojo(group, "grade", "group", "--min-score", "0.5")
    assert low.returncode == 1
    assert "not met: cy: nothing was handed in: a score of 0 is below 0.5\n" in low.stdout
    assert "not met: bo" not in low.stdout
    missing = dojo(group, "grade", "group", "--require", "stable_softmax,gru_cell", "--json", "-")
    assert missing.returncode == 1
    rows = {(row["member"], row["kata"]): row for row in json.loads(missing.stdout)["results"]}
    assert rows["cy", "stable_softmax"]["verdict"] == "error"
    assert rows["cy", "stable_softmax"]["file"] is None


def test_a_verdict_is_kept_for_the_same_bytes_and_not_for_others(group: Path) -> None:
    first = dojo(group, "grade", "group/ana", "--json", "-")
    again = dojo(group, "grade", "group/ana", "--json", "-")
    assert json.loads(first.stdout)["results"] == json.loads(again.stdout)["results"]
    fresh = json.loads(dojo(group, "grade", "group/ana", "--json", "-", "--no-cache").stdout)["results"]
    assert fresh[0]["verdict"] == "passed"
    (group / "group" / "ana" / "stable_softmax.py").write_text("def softmax(x): return x")
    assert json.loads(dojo(group, "grade", "group/ana", "--json", "-").stdout)["results"][0]["verdict"] == "failed"


def test_odd_names_of_folders_do_no_harm(group: Path) -> None:
    name = os.fsdecode(b"\xff\x1b[2J\n| x |<b>")
    (group / "group" / name).mkdir()
    (group / "group" / name / "stable_softmax.py").write_bytes(SOFTMAX.reference.read_bytes())
    for number in range(6):
        (group / "group" / f"{number}\x1b[2J.txt").write_text("")
    done = dojo(group, "grade", "group", "--jobs", "2", "--json", "r.json", "--junit", "r.xml", "--html", "r.html")
    assert done.returncode == 1, done.stderr
    assert "\x1b" not in done.stdout + done.stderr
    assert "  group/0\\x1b[2J.txt: not a <kata>.py file\n" in done.stdout
    assert "  and 2 more (--json lists all)\n" in done.stdout
    assert len(json.loads((group / "r.json").read_text(encoding="utf-8"))["results"]) == 3
    ElementTree.parse(group / "r.xml")
    assert "<b>" not in (group / "r.html").read_text(encoding="utf-8")


def test_what_kata_start_writes_is_graded_in_ones_own_folder_and_in_a_members(tmp_path: Path) -> None:
    work = tmp_path / "subs" / "ana"
    work.mkdir(parents=True)
    env = environment(tmp_path)
    subprocess.run([*DOJO, "kata", "start", "stable_softmax"], cwd=work, env=env, check=True, capture_output=True)
    (work / "stable_softmax" / "stable_softmax.py").write_bytes(SOFTMAX.reference.read_bytes())
    own = subprocess.run(
        [*DOJO, "grade", ".", "--sandbox", "off", "--json", "-"], cwd=work, env=env, capture_output=True, timeout=120
    )
    (result,) = json.loads(own.stdout)["results"]
    assert (result["member"], result["file"], result["verdict"]) == (
        "ana",
        "stable_softmax/stable_softmax.py",
        "passed",
    )
    assert own.stderr == b""
    group = json.loads(dojo(tmp_path, "grade", "subs", "--json", "-").stdout)
    assert group["results"][0]["file"] == "subs/ana/stable_softmax/stable_softmax.py"
    assert group["left_out"] == []


def test_standard_output_holds_the_report_alone_and_what_was_left_out_is_said_beside(group: Path) -> None:
    done = dojo(group, "grade", "group", "--markdown", "-")
    assert done.stdout.startswith("# NLP Dojo\n")
    assert done.stdout.count("## Left out") == 1
    assert done.stderr == "left out:\n  group/cy/notes.txt: not a <kata>.py file\n"


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (["--json", "nowhere/r.json"], "nowhere/r.json cannot be written: the folder does not exist"),
        (["--json", "group"], "group cannot be written: it is a folder"),
        (["--json", "r", "--html", "./r"], "two reports would go to the same file"),
        (["--json", "group/ana/stable_softmax.py"], "it is one of the submissions"),
        (["--junit", "/dev/stdout"], "use - for standard output"),
        (["--require", " , "], "--require names no kata"),
        (["--require", "a\n::error::x\x1b[2J"], "--require names no kata: a\\n: :error::x\\x1b[2J"),
        (["--kata", "a\n::error::x"], "there is no kata named a\\n: :error::x"),
    ],
)
def test_a_call_that_cannot_end_well_is_refused_before_anything_is_graded(
    group: Path, options: list[str], why: str
) -> None:
    done = dojo(group, "grade", "group", *options)
    assert done.returncode == 2
    assert done.stderr.startswith("dojo: ")
    assert why in done.stderr
    assert done.stderr.count("\n") == 1
    assert done.stdout == ""


def wait_for(where: Path, verdicts: int) -> None:
    """Until grading is under way, and so many verdicts are kept."""
    folder = where / "home" / "cache" / "verdicts"
    end = time.monotonic() + 60
    while time.monotonic() < end and not (folder.is_dir() and len(os.listdir(folder)) >= verdicts):
        time.sleep(0.02)
    time.sleep(0.5)  # a verdict is kept just before it is counted; the next one takes seconds


def test_a_report_that_cannot_be_written_any_more_stops_no_other(group: Path) -> None:
    """The folder of one report goes away while submissions are graded."""
    slow = "import time\nEND = time.monotonic() + 1.5\nwhile time.monotonic() < END:\n    pass\n"
    (group / "group" / "ana" / "stable_softmax.py").write_text(slow + SOFTMAX.reference.read_text(encoding="utf-8"))
    (group / "gone").mkdir()
    call = [
        *DOJO,
        "grade",
        "group",
        "--sandbox",
        "off",
        "--json",
        "gone/r.json",
        "--junit",
        "r.xml",
        "--markdown",
        "r.md",
    ]
    with subprocess.Popen(
        call, cwd=group, env=environment(group), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as running:
        wait_for(group, 0)
        (group / "gone").rmdir()
        out, err = running.communicate(timeout=120)
    assert running.returncode == 2
    assert err == "dojo: gone/r.json cannot be written: the folder does not exist; create it first\n"
    assert "1 of 2 passed" in out
    assert (group / "r.xml").exists()
    assert (group / "r.md").exists()


def test_a_link_in_a_reports_place_is_replaced_and_not_followed(group: Path) -> None:
    (group / "precious").write_text("precious")
    (group / "r.json").symlink_to("precious")
    dojo(group, "grade", "group", "--json", "r.json")
    assert (group / "precious").read_text() == "precious"
    assert json.loads((group / "r.json").read_text(encoding="utf-8"))["schema"] == 1


def test_after_a_ctrl_c_reports_say_how_many_were_graded_and_nobody_is_said_to_be_missing(group: Path) -> None:
    (group / "group" / "bo" / "stable_softmax.py").write_text("def softmax(x):\n    return x\n")
    (group / "group" / "zoe").mkdir()
    (group / "group" / "zoe" / "stable_softmax.py").write_text("while True:\n    pass\n")
    call = [*DOJO, "grade", "group", "--sandbox", "off", "--jobs", "1", "--require", "stable_softmax"]
    call += ["--json", "r.json", "--markdown", "r.md"]
    with subprocess.Popen(
        call, cwd=group, env=environment(group), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as running:
        wait_for(group, 2)
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=60)
    assert running.returncode == 130
    assert err == ""
    assert "stopped: 2 of 3 graded" in out
    assert "stopped: 2 of 3 graded" in (group / "r.md").read_text(encoding="utf-8")
    document = json.loads((group / "r.json").read_text(encoding="utf-8"))
    assert {"path": "group/zoe/stable_softmax.py", "why": "not graded: stopped after 2 of 3"} in document["left_out"]
    assert not [row for row in document["results"] if row["member"] == "zoe"]
    assert [(row["graded"], row["met"]) for row in document["members"] if row["member"] == "zoe"] == [(0, False)]


def test_from_a_folder_that_is_gone_there_is_a_sentence(tmp_path: Path) -> None:
    code = "import os, sys; os.mkdir('gone'); os.chdir('gone'); os.rmdir('../gone'); from dojo.cli import main; main()"
    env = environment(tmp_path)
    for lang, word in (("en", "no longer exists"), ("zh", "已不存在")):
        call = [sys.executable, "-P", "-c", code, "grade", ".", "--lang", lang]
        done = subprocess.run(call, cwd=tmp_path, env=env, capture_output=True, text=True, timeout=60)
        assert done.returncode == 2
        assert word in done.stderr
        assert done.stderr.count("\n") == 1


def test_a_cache_that_others_may_write_to_is_said_and_not_used(group: Path) -> None:
    dojo(group, "grade", "group/ana")
    folder = group / "home" / "cache" / "verdicts"
    folder.chmod(0o777)
    done = dojo(group, "grade", "group/ana")
    assert done.returncode == 0
    assert f"other users can write to {folder}" in done.stderr


def test_bad_folders_and_files_stop_nobody(group: Path) -> None:
    """Blanks, emoji, thousands of files, links out of the tree, pipes, a sparse file, names equal but for case."""
    cohort = group / "group"
    right = SOFTMAX.reference.read_bytes()
    for name in ("  di  erna ", "👩‍💻 dev", "Ana", "ANA"):
        (cohort / name).mkdir()
        (cohort / name / "stable_softmax.py").write_bytes(right)
    for number in range(2000):
        (cohort / "bo" / f"notes {number}.txt").touch()
    for name in ("pipe", "link", "sparse"):
        (cohort / name).mkdir()
    os.mkfifo(cohort / "pipe" / "stable_softmax.py")
    (cohort / "link" / "stable_softmax.py").symlink_to("/etc/passwd")
    with (cohort / "sparse" / "stable_softmax.py").open("wb") as file:
        file.truncate(1 << 30)
    (cohort / "etc").symlink_to("/etc")
    (cohort / "stable_softmax.py").symlink_to("nowhere")
    done = dojo(group, "grade", "group", "--json", "r.json")
    assert done.returncode == 1, done.stderr
    document = json.loads((group / "r.json").read_text(encoding="utf-8"))
    passed = {row["member"] for row in document["results"] if row["verdict"] == "passed"}
    assert passed == {"ana", "Ana", "ANA", "  di  erna ", "👩‍💻 dev"}
    why = {row["member"]: row["message"] for row in document["results"] if row["member"] in ("pipe", "link", "sparse")}
    assert why == {
        "pipe": "the file cannot be read: it is not a regular file",
        "link": "the file cannot be read: it is a link; hand in the file itself",
        "sparse": "the file cannot be read: it is larger than 1 MB",
    }
    left_out = {row["path"]: row["why"] for row in document["left_out"]}
    assert left_out["group/etc"] == left_out["group/stable_softmax.py"] == "a link; links are not followed"
    assert left_out["group/bo"] == "1800 more files or folders here"
    assert len(done.stdout.splitlines()) < 40


def test_whatever_the_locale_says_the_reports_are_utf_8(group: Path) -> None:
    (group / "group" / "陈伟").mkdir()
    done = subprocess.run(
        [*DOJO, "grade", "group", "--json", "-", "--sandbox", "off"], cwd=group, capture_output=True, timeout=120,
        env=environment(group, PYTHONIOENCODING="ascii", LC_ALL="C"),
    )  # fmt: skip
    assert "陈伟" in {row["member"] for row in json.loads(done.stdout.decode("utf-8"))["members"]}
    table = subprocess.run(
        [*DOJO, "grade", "group", "--sandbox", "off"], cwd=group, capture_output=True, timeout=120,
        env=environment(group, PYTHONIOENCODING="ascii", LC_ALL="C"),
    )  # fmt: skip
    assert table.returncode == 1
    assert b"Traceback" not in table.stderr


def test_shards_merged_are_the_run_as_a_whole_to_the_letter(group: Path) -> None:
    for name in ("di", "Eve", "eve", "fay 👩‍💻"):
        (group / "group" / name).mkdir()
        (group / "group" / name / "stable_softmax.py").write_bytes(SOFTMAX.reference.read_bytes())
    dojo(group, "grade", "group", "--json", "whole.json", "--min-score", "0.5")
    parts = [f"part{number}.json" for number in range(1, 10)]
    statuses = []
    for number, part in enumerate(parts, 1):
        done = dojo(group, "grade", "group", "--shard", f"{number}/9", "--json", part, "--min-score", "0.5")
        statuses.append(done.returncode)
    assert set(statuses) == {0, 1}  # a part without anybody is no failure
    assert json.loads((group / "part2.json").read_text(encoding="utf-8"))["shard"] == {"part": 2, "of": 9}
    call = [*DOJO, "merge", *parts[:4], *parts[5:], "--output", "merged.json"]
    less = subprocess.run(call, cwd=group, env=environment(group), capture_output=True, text=True, timeout=60)
    assert (less.returncode, less.stdout, (group / "merged.json").exists()) == (2, "", False)
    assert "1 of 9 parts is missing: 5/9" in less.stderr
    call = [*DOJO, "merge", *parts, "--output", "merged.json"]
    merged = subprocess.run(call, cwd=group, env=environment(group), capture_output=True, text=True, timeout=60)
    assert (merged.returncode, merged.stderr) == (1, "")
    assert "5 of 6 passed" in merged.stdout
    whole, again = (json.loads((group / name).read_text(encoding="utf-8")) for name in ("whole.json", "merged.json"))
    for document in (whole, again):
        jsonschema.validate(document, SCHEMA)
        for result in document["results"]:
            result["seconds"] = 0
    assert whole == again


@pytest.mark.parametrize("text", ["0/2", "3/2", "1", "a/b", "1/0", "-1/2", "1/2/3", ""])
def test_a_shard_that_cannot_be_is_a_sentence(group: Path, text: str) -> None:
    done = dojo(group, "grade", "group", "--shard", text)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("dojo: --shard must be K/N, such as 2/4")


def test_results_that_do_not_belong_together_are_not_merged(group: Path) -> None:
    dojo(group, "grade", "group", "--json", "a.json")
    call = [*DOJO, "merge", "a.json", "a.json", "--lang", "zh"]
    done = subprocess.run(call, cwd=group, env=environment(group), capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout) == (2, "")
    assert "同时出现在 a.json 和 a.json 中" in done.stderr


def test_only_members_that_changed_are_graded(group: Path) -> None:
    def git(*args: str) -> None:
        identity = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
        subprocess.run(["git", *identity, *args], cwd=group, check=True, capture_output=True)

    git("init", "-q")
    git("add", "-A")
    git("commit", "-qm", "start")
    done = dojo(group, "grade", "group", "--since", "HEAD", "--json", "r.json")
    assert (done.returncode, done.stderr) == (0, "dojo: nothing to grade here\n")
    with (group / "group" / "ana" / "stable_softmax.py").open("a") as file:
        file.write("# changed\n")
    assert dojo(group, "grade", "group", "--since", "HEAD", "--json", "r.json").returncode == 0
    document = json.loads((group / "r.json").read_text(encoding="utf-8"))
    assert [member["member"] for member in document["members"]] == ["ana"]
    (group / "group" / "ana" / "stable_softmax.py").rename(group / "group" / "ana" / "notes.txt")
    done = dojo(group, "grade", "group", "--since", "HEAD", "--require", "stable_softmax")
    assert (done.returncode, done.stderr) == (1, "")
    assert "ana: stable_softmax was not handed in" in done.stdout
    done = dojo(group, "grade", "group", "--since", "nowhere")
    assert (done.returncode, done.stdout) == (2, "")
    assert "git does not know the commit 'nowhere'" in done.stderr
