"""Grades the mutants of references: which live, which are equivalent, and which tests nobody would miss."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TextIO

import msgspec

from grader.catalogue import Kata, Limits
from grader.judge.misconceptions import wrong_solutions
from grader.judge.needs import imports_for
from grader.judge.submissions import Job
from grader.judge.verdicts import Result, Verdict
from grader.lint.equivalent import read_listed
from grader.lint.finding import Finding
from grader.lint.judges import Batch, Crew, Graded, cores
from grader.lint.mutations import Mutant, mutants
from grader.lint.verdicts import test_name

LEAST_KILLED = 0.97  # of the mutants that are not equivalent
CPU_FACTOR, CPU_SPARE = 3, 0.5  # what a mutant may take: so many times what the reference takes, and so many seconds
WALL = 3.0  # seconds, for a mutant that only waits
CHUNK = 24  # mutants that a process takes at a time


class Fate(msgspec.Struct, frozen=True):
    """A mutant or a wrong solution (`mutant` is None), and the tests that caught it."""

    name: str
    result: Result
    killers: frozenset[str]
    mutant: Mutant | None = None

    @property
    def graded(self) -> bool:
        """Whether the verdict is about the mutant, and not about a judge that fell over."""
        return self.result.verdict is Verdict.PASSED or bool(self.killers)

    @property
    def caught(self) -> bool:
        return self.graded and self.result.verdict is not Verdict.PASSED


class Survey(msgspec.Struct, frozen=True):
    """What the mutants of one kata say of its suite."""

    kata: Kata
    fates: tuple[Fate, ...]
    survivors: tuple[Mutant, ...]  # that are not listed as equivalent
    equivalent: int
    redundant: tuple[str, ...]  # tests that can all go without one more mutant or wrong solution living
    findings: tuple[Finding, ...]

    @property
    def made(self) -> int:
        return sum(fate.mutant is not None for fate in self.fates)

    @property
    def killed(self) -> int:
        return self.made - self.equivalent - len(self.survivors)

    @property
    def share(self) -> float:
        """Killed of those that are not equivalent."""
        return self.killed / (self.made - self.equivalent) if self.made > self.equivalent else 1.0


def survey_mutants(
    katas: Sequence[Kata], on_step: Callable[[int, int], None] = lambda done, every: None, processes: int | None = None
) -> Iterator[Survey]:
    """Grade all mutants of the katas' references, and their wrong solutions; a kata's survey comes when it is whole."""
    with Crew(processes or cores(), imports_for(katas)) as crew:
        plain: list[list[Graded]] = [[] for _ in katas]
        for number, graded in crew.grade([_plain(kata) for kata in katas]):
            plain[number].append(graded)
        changed = [mutants(kata.reference.read_text(encoding="utf-8")) for kata in katas]
        batches, owners = [], []
        for number, kata in enumerate(katas):
            limits = tight(max(one.cpu for one in plain[number][:2]), kata.limits)
            jobs = [Job(kata.slug, mutant.source.encode()) for mutant in changed[number]]
            for start in range(0, len(jobs), CHUNK):
                batches.append(Batch(_description(kata), tuple(jobs[start : start + CHUNK]), limits=limits))
                owners.append((number, start))
        results: list[list[tuple[int, Result]]] = [[] for _ in katas]
        given = [0] * len(batches)
        every, told = sum(len(batch.jobs) for batch in batches), 0

        def whole() -> Iterator[Survey]:
            nonlocal told
            while told < len(katas) and len(results[told]) == len(changed[told]):
                verdicts = [result for _, result in sorted(results[told], key=lambda pair: pair[0])]
                yield _survey(katas[told], changed[told], verdicts, [one.result for one in plain[told]])
                told += 1

        for done, (batch, graded) in enumerate(crew.grade(batches), start=1):
            number, start = owners[batch]
            results[number].append((start + given[batch], graded.result))
            given[batch] += 1
            on_step(done, every)
            yield from whole()
        yield from whole()  # those at the end that have no mutants


def tight(cpu: float, limits: Limits) -> Limits:
    """The limits of a mutant whose reference takes `cpu` seconds: one that never ends costs little more."""
    test = min(CPU_FACTOR * cpu + CPU_SPARE, limits.test_cpu)
    wall = min(WALL + 10 * cpu, limits.wall)
    return msgspec.structs.replace(limits, test_cpu=test, cpu=min(2 * test, limits.cpu), wall=wall)


def write_matrix(surveys: Iterable[Survey], file: TextIO) -> None:
    """Mutant (or wrong solution) by test, a row each, with the verdict."""
    rows = csv.writer(file, lineterminator="\n")
    rows.writerow(("kata", "line", "mutant", "test", "verdict"))
    for survey in surveys:
        for fate in survey.fates:
            line = fate.mutant.line if fate.mutant else ""
            for test in fate.result.tests:
                rows.writerow((survey.kata.slug, line, fate.name, test.name, test.verdict))


def _plain(kata: Kata) -> Batch:
    """The reference twice, the second time warm, and the wrong solutions, under the kata's own limits."""
    paths = [kata.reference, kata.reference, *sorted((kata.solution / "wrong").glob("*.py"))]
    jobs = tuple(
        Job(kata.slug, path.read_bytes(), file=str(path), drawn=f"{kata.slug}/{path.stem}/0".encode()) for path in paths
    )
    return Batch(_description(kata), jobs)


def _description(kata: Kata) -> str:
    return str(kata.folder / "kata.yaml")


def _survey(kata: Kata, made: list[Mutant], results: list[Result], plain: list[Result]) -> Survey:
    fates = [Fate(str(mutant), result, _killers(result), mutant) for mutant, result in zip(made, results, strict=True)]
    fates += [Fate(Path(result.file or "").name, result, _killers(result)) for result in plain[2:]]
    alive = [fate.mutant for fate in fates if fate.mutant and not fate.caught]
    listed = read_listed(kata)
    survivors = [mutant for mutant in alive if not listed.holds(mutant)]
    findings = [*listed.findings, *listed.outdated(made, alive)]
    if lost := sum(fate.mutant is not None and not fate.graded for fate in fates):
        message = f"{lost} mutants could not be graded and count as alive: the judge fell over, not the mutants"
        findings.append(Finding(kata.suite, 1, message))
    if plain[0].verdict is not Verdict.PASSED:
        findings.append(Finding(kata.reference, 1, f"must pass, but is {plain[0].verdict}; run `dojo lint` first"))
    tests = [test_name(test.name) for test in plain[0].tests]
    spoken = {wrong.caught_by for wrong in wrong_solutions(kata)}
    redundant = _redundant(list(dict.fromkeys(tests)), [fate.killers for fate in fates], spoken)
    return Survey(kata, tuple(fates), tuple(survivors), len(alive) - len(survivors), redundant, tuple(findings))


def _killers(result: Result) -> frozenset[str]:
    """The tests that are known to catch it. After the first time-out, the later ones may have had no time to begin."""
    killers, late = set(), False
    for test in result.tests:
        ours = test.verdict in (Verdict.PASSED, Verdict.BROKEN)
        if not ours and not (late and test.verdict is Verdict.TIMEOUT):
            killers.add(test_name(test.name))
        late = late or test.verdict is Verdict.TIMEOUT
    return frozenset(killers)


def _redundant(tests: Sequence[str], killers: Sequence[frozenset[str]], spoken: set[str]) -> tuple[str, ...]:
    """Tests that can go together, those that catch least first; one that a wrong solution names stays."""
    left = set(tests)
    for test in sorted(tests, key=lambda name: sum(name in caught for caught in killers)):
        if test not in spoken and all(caught & (left - {test}) for caught in killers if caught & left):
            left.remove(test)
    return tuple(test for test in tests if test not in left)
