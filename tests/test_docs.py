"""Every command in the README and in docs/ does what a reader expects of it; every link leads somewhere."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from datetime import date, timedelta
from pathlib import Path

import pytest

from dojo.bank.bank import open_bank
from dojo.progress import FILE_NAME, Plan, Planned, open_progress
from dojo.show.drill.words import HELP
from dojo.show.phrases import PHRASES
from dojo.show.quiz.guide import KEYS
from grader.catalogue import load

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
CHINESE = [page for page in PAGES if page.name.endswith(".zh.md")]
COMMAND = re.compile(r"(?:\w+=\S+ |printf .*\| )?dojo(?= |$)")
# Needs what is not here: a full-screen terminal, another commit, content of one's own, an interview that was sat, a
# cluster (which tests/dojo/cli/test_grade_on_a_cluster.py starts).
ELSEWHERE = (
    "dojo kata watch", "dojo grade submissions --since", "dojo grade submissions --dask", "DOJO_CONTENT=",
    "dojo bank new", "dojo mock --export", "_DOJO_COMPLETE",
)  # fmt: skip
# What README and docs say behind a key -> what the help page of the quiz or the drill says of that key
KEYS_SAID = {
    "for all keys": "all keys", "to undo": "take the last answer back", "to switch": "language", "switches": "language",
    "to see why": "every option's why", "to quit": "quit", "for sure": "sure", "for a guess": "guessing",
    "flags": "flag the question", "for $VISUAL": "$VISUAL",
}  # fmt: skip
QUESTION = b"Which gate does a GRU not have?{=output ~update ~reset}\n"


def commands(page: Path) -> list[str]:
    """The lines of a page's code blocks that call `dojo`, without their comments."""
    text = page.read_text(encoding="utf-8")
    blocks = re.findall(r"^```\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    lines = [line.split("  #")[0].split(" # ")[0].strip() for block in blocks for line in block.splitlines()]
    soon = (date.today() + timedelta(days=20)).isoformat()
    lines = [re.sub(r"--date \d{4}-\d\d-\d\d", f"--date {soon}", line) for line in lines]
    return [line for line in lines if COMMAND.match(line) and not line.startswith(ELSEWHERE)]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what the commands of all pages need, and one home for all."""
    place = tmp_path_factory.mktemp("docs")
    right = (ROOT / "solutions/information_theory/stable_softmax/stable_softmax.py").read_bytes()
    for member in ("ana", "bo"):
        (place / "submissions" / member).mkdir(parents=True)
        (place / "submissions" / member / "stable_softmax.py").write_bytes(right)
    (place / "quiz.gift").write_bytes(QUESTION)
    with open_progress(place / "home" / FILE_NAME, time.time) as progress:  # something was missed, and flagged
        session = progress.begin_session(Plan((Planned("gru-or-lstm", 1),)))
        progress.record_answer(
            session,
            question="gru-or-lstm",
            topic="gru_lstm",
            seed=1,
            answer="a",
            outcome="wrong",
            score=0.0,
            seconds=9.0,
        )
        progress.flag("gru-or-lstm")
    shutil.copytree(ROOT, place / "content", ignore=lambda folder, names: _others(folder, names))
    for slug in ("self_attention", "stable_softmax"):
        run(place, f"dojo kata start {slug}")
    shutil.copy(place / "content/solutions/attention/self_attention/self_attention.py", place / "self_attention")
    run(place, "dojo grade submissions --json results.json")
    for name in ("week1", "week2"):
        shutil.copy(place / "results.json", place / f"{name}.json")
    for number in (1, 2, 3, 4):
        run(place, f"dojo grade submissions --shard {number}/4 --json part{number}.json")
    return place


def _others(folder: str, names: list[str]) -> list[str]:
    return [name for name in names if name not in ("questions", "katas", "solutions")] if folder == str(ROOT) else []


def run(place: Path, line: str) -> subprocess.CompletedProcess[str]:
    env = {
        **os.environ, "DOJO_HOME": str(place / "home"), "DOJO_CONTENT": str(place / "content"), "DOJO_LANG": "en",
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", "COLUMNS": "80",
    }  # fmt: skip
    return subprocess.run(line, shell=True, cwd=place, env=env, input="", capture_output=True, text=True, timeout=300)


def test_each_page_for_readers_has_commands() -> None:
    assert {page.name for page in PAGES if commands(page)} >= {"README.md", "candidate.md", "group.md"}


def keys_named(page: Path) -> list[tuple[str, str]]:
    """The single keys that a page names, each with what it says that the key does."""
    text = re.sub(r"^```.*?^```", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    return re.findall(r"`([^`\s])`,?\s+((?:for|to)\s+[`$\w]+(?:\s\w+)?|\w+)", text)


@pytest.mark.parametrize("page", [ROOT / "README.md", ROOT / "docs/candidate.md"], ids=lambda page: page.name)
def test_each_key_that_a_page_names_does_what_the_page_says(page: Path) -> None:
    named = keys_named(page)
    assert len(named) >= 4
    helps = {"?": [PHRASES["key_help"][0]]}
    for keys, said, _ in (*KEYS, *HELP):
        names, parts = re.split(r",? +", keys), said.split("; ")
        for place, key in enumerate(names):
            helps.setdefault(key, []).append(said if len(parts) != len(names) else parts[place])
    for key, said in named:
        words = " ".join(said.replace("`", "").split())
        promise = next((due for start, due in KEYS_SAID.items() if words.startswith(start)), None)
        assert promise, f"{page.name}: {key} {said}: add what the program says of this key"
        assert any(promise in line for line in helps.get(key, [])), f"{page.name}: {key} {said}"


@pytest.mark.slow
@pytest.mark.parametrize(
    "page", [page for page in PAGES if commands(page) and page not in CHINESE], ids=lambda page: page.name
)
def test_the_commands_of_a_page_work_one_after_the_other(page: Path, place: Path) -> None:
    for line in commands(page):
        done = run(place, line)
        # 1: not passed, or nothing to show yet; 2 would be a wrong call, 3 a fault of ours
        assert done.returncode in (0, 1), f"{line}: {done.returncode}\n{done.stderr}"
        assert "Traceback" not in done.stderr, f"{line}\n{done.stderr}"
        (place / "content/questions/transformers.yaml").unlink(missing_ok=True)  # its blanks wait for an author


@pytest.mark.parametrize("page", CHINESE, ids=lambda page: page.name)
def test_a_chinese_page_says_what_the_english_one_says(page: Path) -> None:
    """Its commands are those of the English page, which are run; its keys are named there, too, and its figures."""
    english = page.with_name(page.name.replace(".zh.", "."))
    assert commands(page)
    assert set(commands(page)) <= set(commands(english))
    ours, theirs = (text.read_text(encoding="utf-8") for text in (page, english))
    for what in (r"`([!-_a-~])`", r"(?<![\d.-])\d{3,}(?![\d-])"):
        assert set(re.findall(what, ours)) <= set(re.findall(what, theirs))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_to_a_file_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    missing = [link for link in links if not link.startswith("http") and not (page.parent / link).exists()]
    assert not missing


def test_the_readme_does_not_boast() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    questions, topics, katas = map(
        int, re.findall(r"more than (\d+) on (\d+) topics.*?(\d+) katas", text, re.DOTALL)[0]
    )
    bank = open_bank(ROOT, None)
    assert len(bank.entries()) > questions
    assert len(bank.topics) == topics
    assert len(load(ROOT)) == katas
