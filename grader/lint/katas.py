"""Finds katas, checks their texts, has all their solutions graded and checks the verdicts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import msgspec

from grader.catalogue import CatalogueError, Kata, load_kata
from grader.judge.misconceptions import wrong_solutions
from grader.judge.needs import imports_for
from grader.lint.figures import check_figures, figures_of
from grader.lint.finding import Finding, refused
from grader.lint.judges import Batch, Crew, Graded, cores
from grader.lint.texts import check_texts
from grader.lint.verdicts import bad, check_verdicts, check_words, good
from grader.yaml_lines import line_of

ROOMS = ("katas", "solutions")


def kata_folders(root: Path, paths: Iterable[Path]) -> list[Path]:
    """The katas' folders at or below `paths` (in `katas/` or `solutions/`); all of `root` where there are none.

    A path that leads to no kata is given back as it is, so that the check says what is missing.
    """
    homes = {
        root / "katas" / at.parent.name / at.name for room in ROOMS for at in (root / room).glob("*/*") if _holds(at)
    }
    wanted = [path.resolve() for path in paths]
    if not wanted:
        return sorted(homes)
    found: set[Path] = set()
    for path in wanted:
        below = {
            home for home in homes if any(_touches(path, root / room / home.parent.name / home.name) for room in ROOMS)
        }
        found |= below or {at.parent for at in path.glob("**/kata.yaml")} or {path}
    return sorted(found)


def _holds(folder: Path) -> bool:
    return folder.is_dir() and folder.name != "__pycache__" and any(at.name != "__pycache__" for at in folder.iterdir())


def _touches(path: Path, home: Path) -> bool:
    return home.is_relative_to(path) or path.is_relative_to(home)


def lint_katas(
    folders: Iterable[Path],
    on_step: Callable[[int, int], None] = lambda done, every: None,
    fix: bool = False,
    processes: int | None = None,
) -> Iterator[Finding]:
    """All defects of the katas in `folders`, kata by kata. `on_step` is told how many submissions of all are graded.

    `fix` rewrites `also fails:` of wrong solutions to what really fails, and says so.
    """
    plans = [_plan(folder) for folder in folders]
    batches = [batch for plan in plans for batch in plan.batches]
    every, done = sum(len(batch.jobs) for batch in batches), 0
    verdicts: list[list[Graded]] = [[] for _ in batches]
    told = first = 0  # plans whose findings are told, and the first batch of the next one
    if batches:
        on_step(0, every)
    with Crew(processes or cores(), imports_for(plan.kata for plan in plans if plan.kata)) as crew:
        for number, graded in crew.grade(batches):
            done += 1
            verdicts[number].append(graded)
            on_step(done, every)
            while told < len(plans) and _complete(plans[told], verdicts[first : first + len(plans[told].batches)]):
                yield from _told(plans[told], verdicts[first : first + len(plans[told].batches)], fix)
                first += len(plans[told].batches)
                told += 1
    for plan in plans[told:]:  # those after the last that is graded
        yield from plan.findings


class Plan(msgspec.Struct, frozen=True):
    """What is known of a kata before anything is run, and what is to be graded."""

    findings: tuple[Finding, ...]
    kata: Kata | None = None
    batches: tuple[Batch, ...] = ()


def _plan(folder: Path) -> Plan:
    if not folder.is_dir() and folder.exists():
        problem = "neither a bank nor a kata; name questions/<topic>.yaml or a folder of katas"
        return Plan((Finding(folder, 1, problem),))
    description = folder / "kata.yaml"
    try:
        kata = load_kata(description)
    except CatalogueError as error:
        return Plan((refused(error),))
    findings = (*_twins(kata), *check_texts(kata, _slugs(kata)))
    if not gradable(kata):
        return Plan(findings)
    return Plan(
        findings, kata, (Batch(str(description), good(kata), examples=True), Batch(str(description), bad(kata)))
    )


def _complete(plan: Plan, verdicts: list[list[Graded]]) -> bool:
    return all(len(got) == len(batch.jobs) for got, batch in zip(verdicts, plan.batches, strict=True))


def _told(plan: Plan, verdicts: list[list[Graded]], fix: bool) -> Iterator[Finding]:
    yield from plan.findings
    if plan.kata is not None:
        yield from check_verdicts(plan.kata, [one.result for got in verdicts for one in got], fix)
        yield from check_words(plan.kata, verdicts[0][0].result)
        description = plan.kata.folder / "kata.yaml"
        line = line_of(description.read_bytes(), ".forbidden")
        yield from (Finding(description, line, f"forbidden: {problem}") for problem in verdicts[0][0].unresolved)
        yield from check_figures(plan.kata, figures_of(plan.kata, verdicts[1][-1]))


def read_katas(folders: Iterable[Path]) -> tuple[list[Kata], list[Finding]]:
    """The katas that can be graded, and why the others cannot."""
    plans = [_plan(folder) for folder in folders]
    stopped = [plan for plan in plans if not plan.batches]
    return [plan.kata for plan in plans if plan.kata is not None], [one for plan in stopped for one in plan.findings]


def gradable(kata: Kata) -> bool:
    """Whether all is there that a verdict needs; what is missing `check_texts` says."""
    try:
        wrong_solutions(kata)
    except CatalogueError:
        return False
    return all(
        path.is_file() and path.stat().st_size for path in (kata.starter, kata.examples, kata.reference, kata.suite)
    )


def _slugs(kata: Kata) -> list[str]:
    return [path.parent.name for path in kata.folder.parents[1].glob("*/*/kata.yaml")]


def _twins(kata: Kata) -> Iterator[Finding]:
    for path in sorted(kata.folder.parents[1].glob(f"*/{kata.slug}/kata.yaml")):
        if path.parent != kata.folder:
            topic = path.parents[1].name
            problem = f"the slug `{kata.slug}` also stands in the topic `{topic}`; rename one of the folders"
            yield Finding(kata.folder / "kata.yaml", 1, problem)
