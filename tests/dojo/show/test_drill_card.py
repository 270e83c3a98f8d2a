"""The card of a drill: what became of each kata, tests over time, what comes next; at any width, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from dojo.drill.drill import Drill, Save, Task
from dojo.progress.ledger import Ledger
from dojo.schedule.memory import Memory
from dojo.show.drill.card import CELLS, card, chart
from dojo.show.text.markup import Look
from dojo.show.text.wrap import width


@pytest.fixture
def drill() -> Drill:
    """One kata passed, one given up, one that never began."""
    tasks = (Task("stable_softmax", 10), Task("hierarchical_softmax", 25), Task("bleu", 20))
    drill = Drill(
        Ledger(None), tasks, 55.0, Path("/home/ana/drill-20261128-1504"), lambda: 900.0, lambda: 0.0, began=0.0
    )
    first, second, _ = drill.runs
    first.state, first.ended = "passed", 240.0
    first.saves = [Save(60.0, 0, 8, "failed", 0.0), Save(120.0, 4, 8, "failed", 0.5), Save(240.0, 8, 8, "passed", 1.0)]
    first.hints = {1}
    second.state, second.ended = "given up", 1600.0
    second.saves = [Save(800.0, 3, 12, "failed", 0.25)]
    return drill


def test_tests_over_time_rise_from_nothing_to_all(drill: Drill) -> None:
    assert chart(drill.runs[0], Look()) == "··▁▁▁▅▅▅▅▅▅█"
    assert chart(drill.runs[1], Look(unicode=False)) == "     :::::::"
    assert len(chart(drill.runs[2], Look())) == CELLS


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("columns", [40, 80, 120])
def test_the_card_fits_the_screen(drill: Drill, lang: str, columns: int) -> None:
    lines = card(drill, lang, Look(columns), ["embeddings"], {"stable_softmax": Memory(5.0, 5.0, 100, 3)}, 100)
    assert all(width(line.plain) <= columns for line in lines)


def test_the_card_says_what_became_of_each_kata_and_what_comes_next(drill: Drill) -> None:
    memories = {"stable_softmax": Memory(5.0, 5.0, 100, 3), "hierarchical_softmax": Memory(0.3, 5.0, 100, 1)}
    text = "\n".join(line.plain for line in card(drill, "en", Look(100), ["embeddings"], memories, 100))
    assert "Katas passed: 1 of 3." in text
    assert "11.5 of 30 points" in text
    for part in ("passed", "9/10", "4:00/10:00", "8/8", "given up", "2.5/10", "26:40/25:00", "not begun"):
        assert part in text
    assert "dojo kata solution stable_softmax" in text
    assert "dojo quiz embeddings" in text
    assert "stable_softmax in 5 days, hierarchical_softmax tomorrow" in text


def test_the_answer_to_a_kata_that_still_runs_is_not_offered(drill: Drill) -> None:
    drill.runs[2].state = "running"
    text = "\n".join(line.plain for line in card(drill, "en", Look(100), [], {}, 100))
    assert "dojo kata solution bleu" not in text
    assert "go on with this drill" in text
