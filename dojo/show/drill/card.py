"""The card at the end of a drill: verdicts, points, time against par, tests passed over time, what to do next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.text import Text

from dojo.drill.drill import FULL, Drill, Run
from dojo.schedule.memory import Memory, due_day
from dojo.show.drill.words import said
from dojo.show.phrases import clock
from dojo.show.text.markup import Look
from dojo.show.text.tables import table
from dojo.show.text.wrap import hang, width, wrap
from grader.judge.verdicts import Verdict
from grader.report.wording import verdict_name

BLOCKS, PLAIN_BLOCKS = "▁▂▃▄▅▆▇█", "_.:-=+*#"
NOTHING, PLAIN_NOTHING = "·", " "
CELLS = 12


def card(
    drill: Drill, lang: str, look: Look, topics: Sequence[str], memories: Mapping[str, Memory], today: int
) -> list[Text]:
    """The lines of the card. `topics` have a question bank; `memories` are those of katas after the drill."""
    over = drill.current is None
    passed = sum(run.state == "passed" for run in drill.runs)
    title = said("card_title" if over else "left_title", lang)
    total = said(
        "card_sum", lang, passed=passed, total=len(drill.runs), points=f"{sum(run.points for run in drill.runs):.3g}",
        full=FULL * len(drill.runs), time=clock(drill.clock.seconds()), minutes=f"{drill.minutes:g}",
    )  # fmt: skip
    lines = [*wrap(Text(title, "bold"), look.columns), *wrap(Text(total), look.columns), Text()]
    names = ("kata", "verdict", "points", "time", "hints", "tests")
    head = [Text(said(f"col_{name}", lang)) for name in names]
    lines += table(head, [_row(run, lang, look) for run in drill.runs], look.columns, right=frozenset({2, 3, 4}))
    lines += [Text(), *next_lines(drill, lang, look, topics)]
    if due := _due(drill, memories, today, lang):
        lines += [Text(), *wrap(Text(due, "dim"), look.columns)]
    return lines


def chart(run: Run, look: Look) -> str:
    """Tests passed over the time of the kata, from its start to its end, in a row of blocks."""
    blocks, nothing = (BLOCKS, NOTHING) if look.unicode else (PLAIN_BLOCKS, PLAIN_NOTHING)
    end = max(run.seconds, 1e-9)
    cells = []
    for cell in range(CELLS):
        until = end * (cell + 1) / CELLS
        before = [save for save in run.saves if save.clock <= until]
        if not before:
            cells.append(nothing)
        else:
            share = before[-1].passed / max(before[-1].tests, 1)
            cells.append(blocks[round(share * (len(blocks) - 1))])
    return "".join(cells)


def verdict_of(run: Run, lang: str) -> str:
    """What became of a kata, in a word or two."""
    if run.state == "passed":
        return verdict_name(Verdict.PASSED, lang)
    if run.state == "running":
        return said("not_passed", lang)
    return said("given_up" if run.state == "given up" else "not_begun", lang)


def next_lines(drill: Drill, lang: str, look: Look, topics: Sequence[str]) -> list[Text]:
    """Commands to run next, each with what it is for."""
    steps: list[tuple[str, str]] = []
    if drill.current is not None:
        steps.append(("dojo drill", said("next_resume", lang)))
    open_ones = [run.task.slug for run in drill.runs if run.state in ("running", "given up")]
    for slug in open_ones[:2]:
        if drill.current is None:
            steps.append((f"dojo kata test {drill.folder.name}/{slug}", said("next_test", lang)))
    for run in [run for run in drill.runs if run.over][
        :3
    ]:  # of one that is still running it would give the answer away
        steps.append((f"dojo kata solution {run.task.slug}", said("next_solution", lang)))
    for topic, slug in dict(zip(topics, open_ones, strict=False)).items():
        if topic:
            steps.append((f"dojo quiz {topic}", said("next_quiz", lang, slug=slug)))
    if drill.current is None:
        steps.append(("dojo drill", said("next_drill", lang)))
    column = max(width(command) for command, _ in steps) + 3
    lines = [Text(said("next_title", lang), "bold")]
    for command, about in steps:
        if column + 20 <= look.columns:
            label = Text.assemble("  ", (command, "bold cyan"), " " * (column - width(command)))
            lines += hang(Text(about), look.columns, label)
        else:
            lines += hang(Text(command, "bold cyan"), look.columns, Text("  "))
            lines += hang(Text(about), look.columns, Text("    "))
    return lines


def _row(run: Run, lang: str, look: Look) -> list[Text]:
    style = "green" if run.state == "passed" else "red" if run.state in ("given up", "running") else "dim"
    last = run.saves[-1] if run.saves else None
    tests = f"{chart(run, look)} {last.passed}/{last.tests}" if last else ""
    time = f"{clock(run.seconds)}/{clock(run.par)}"
    return [
        Text(run.task.slug, "cyan"), Text(verdict_of(run, lang), style), Text(f"{run.points:.3g}/{FULL}"),
        Text(time, "red" if run.share > 1 else ""), Text(str(len(run.hints)) if run.hints else ""), Text(tests),
    ]  # fmt: skip


def _due(drill: Drill, memories: Mapping[str, Memory], today: int, lang: str) -> str:
    """When the katas of the drill come back."""
    parts = []
    for run in drill.runs:
        if (memory := memories.get(run.task.slug)) is not None and run.over:
            days = max(due_day(memory) - today, 1)
            name = "due_tomorrow" if days == 1 else "due_on"
            parts.append(said(name, lang, slug=run.task.slug, days=days))
    joined = ("；" if lang == "zh" else ", ").join(parts)
    return said("due", lang, what=joined) if parts else ""
