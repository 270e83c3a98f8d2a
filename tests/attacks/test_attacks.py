"""The daily proof: every attack gets its verdict, and leaves nothing behind.

One call of `dojo grade` a tier, with all attacks as a cohort and a neighbour after each; then everything that must
still be true is asked of what came of it. `cohort` describes the attacks' format, `watching` what is looked at.
"""

from __future__ import annotations

import json
import tempfile
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from grader.judge.probing import Finding, probe
from tests.attacks.cohort import LONGEST, Aftermath, Attack, attacks, grade

ALL = attacks()
TORCH = ("self_attention", "perplexity", "chatglm_inference")
JUDGE = 1 << 30  # bytes of memory that a judge may ever take, torch included
BUSY = 3  # times as long as alone: other work may run on the machine
RUNS = [  # tier, processes, whether only the quick ones
    pytest.param(("full", 1, True), id="quick"),
    pytest.param(("full", 2, False), id="full", marks=pytest.mark.slow),
    pytest.param(("locked", 1, False), id="locked", marks=pytest.mark.slow),
    pytest.param(("plain", 2, False), id="plain", marks=pytest.mark.slow),
]


@pytest.fixture(scope="session")
def found() -> dict[str, Finding]:
    return {finding.tier.value: finding for finding in probe().findings}


@pytest.fixture(scope="module", params=RUNS)
def run(request: pytest.FixtureRequest, found: dict[str, Finding]) -> Iterator[tuple[str, list[Attack], Aftermath]]:
    """One run of the grader: the tier, the attacks that were in it, and what came of them."""
    tier, jobs, quick = request.param
    if not found[tier].works:
        pytest.skip(f"no tier {tier} here: {found[tier].trouble}")
    chosen = [
        attack for attack in ALL if tier in attack.tiers and ((attack.quick and attack.kata not in TORCH) or not quick)
    ]
    with tempfile.TemporaryDirectory(prefix="attacks-") as folder:
        Path(folder).chmod(0o755)  # rooms of root are other users
        yield tier, chosen, grade(chosen, tier, jobs, Path(folder))


def test_every_attack_gets_its_verdict(run: tuple[str, list[Attack], Aftermath]) -> None:
    tier, chosen, aftermath = run
    got = {attack.name: aftermath.results[attack.name]["verdict"] for attack in chosen}
    wrong = {attack.name: got[attack.name] for attack in chosen if got[attack.name] not in attack.allowed(tier)}
    assert wrong == {}


def test_no_wrong_answer_earns_a_point(run: tuple[str, list[Attack], Aftermath]) -> None:
    _, chosen, aftermath = run
    results = {attack.name: aftermath.results[attack.name] for attack in chosen if not attack.may_earn}
    assert {name: result["points"] for name, result in results.items() if result["points"] != 0} == {}
    assert all(result["score"] < 1.0 for result in aftermath.report["results"] if result["verdict"] != "passed")


def test_nothing_that_a_submission_does_is_a_fault_of_ours(run: tuple[str, list[Attack], Aftermath]) -> None:
    _, _, aftermath = run
    tests = [(result["member"], test) for result in aftermath.report["results"] for test in result["tests"]]
    assert {member: test["message"] for member, test in tests if test["verdict"] == "broken"} == {}
    assert aftermath.status == 1


def test_the_next_submission_finds_a_clean_room(run: tuple[str, list[Attack], Aftermath]) -> None:
    _, chosen, aftermath = run
    assert len(aftermath.neighbours) == len(chosen)
    assert [(n["member"], n["tests"][0]["message"]) for n in aftermath.neighbours if n["verdict"] != "passed"] == []


def test_no_canary_was_read(run: tuple[str, list[Attack], Aftermath]) -> None:
    _, _, aftermath = run
    assert aftermath.token not in aftermath.written
    assert aftermath.token.removeprefix("canary-") not in aftermath.written


def test_no_file_is_touched_and_none_is_left(run: tuple[str, list[Attack], Aftermath]) -> None:
    _, _, aftermath = run
    assert aftermath.changed == []
    assert aftermath.temporary == []


def test_no_process_mount_or_connection_is_left(run: tuple[str, list[Attack], Aftermath]) -> None:
    _, _, aftermath = run
    assert aftermath.watched.left == []
    assert aftermath.mounts == []
    assert aftermath.connections == 0


def test_every_test_of_every_suite_is_in_the_report(run: tuple[str, list[Attack], Aftermath]) -> None:
    _, chosen, aftermath = run
    assert len(aftermath.report["results"]) == 2 * len(chosen)
    for kata in {attack.kata for attack in chosen}:
        listed = {tuple(t["name"] for t in r["tests"]) for r in aftermath.report["results"] if r["kata"] == kata}
        assert len(listed) == 1
        assert len(next(iter(listed))) > 5


def test_no_submission_holds_the_judge_up_or_fills_its_memory(run: tuple[str, list[Attack], Aftermath]) -> None:
    _, chosen, aftermath = run
    seconds = {attack.name: aftermath.results[attack.name]["seconds"] for attack in chosen}
    assert {attack.name: seconds[attack.name] for attack in chosen if seconds[attack.name] > BUSY * attack.within} == {}
    assert max(neighbour["seconds"] for neighbour in aftermath.neighbours) < BUSY * LONGEST
    assert aftermath.watched.peak < JUDGE


def test_nothing_in_the_report_can_command_a_terminal(run: tuple[str, list[Attack], Aftermath]) -> None:
    _, _, aftermath = run
    texts = json.dumps(aftermath.report["results"], ensure_ascii=False)
    raw = {char for text in _strings(aftermath.report) for char in text if char not in "\n\t"}
    assert {char for char in raw if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")} == set()
    assert len(texts) < 16 << 20
    lines = {test["line"] for result in aftermath.report["results"] for test in result["tests"]} - {None}
    assert all(0 < line < 1 << 20 for line in lines)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _strings(key)
            yield from _strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)
