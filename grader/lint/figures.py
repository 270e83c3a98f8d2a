"""What a suite costs and how large it is, against what a kata should have."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from grader.catalogue import Kata
from grader.judge.claims import MOST, resting_on_claims
from grader.judge.needs import imports_for
from grader.judge.submissions import Job
from grader.lint.finding import Finding
from grader.lint.judges import Batch, Crew, Graded
from grader.lint.verdicts import test_name
from grader.sandbox.tiers import Tier

MOST_CROSSINGS, MOST_LINES, MOST_GENERATED = 40, 300, 100
LEAST_TESTS, MOST_TESTS = 8, 20
MOST_WRONG = 12
WARM = 5  # verdicts that are timed, after a first one that is not
MOST_MILLISECONDS = {"py": 100, "np": 100, "pt": 200}
HEAD = ("kata", "tests", "lines", "right", "wrong", "crossings", "drawn", "ms")


class Figures(msgspec.Struct, frozen=True):
    """One kata. `milliseconds` is None where it was not measured by itself."""

    kata: str
    tests: int
    lines: int  # of the suite
    right: int
    wrong: int
    crossings: int
    generated: int
    milliseconds: float | None

    def row(self) -> tuple[str, ...]:
        taken = "" if self.milliseconds is None else f"{self.milliseconds:.0f}"
        sizes = (self.tests, self.lines, self.right, self.wrong, self.crossings, self.generated)
        return (self.kata, *map(str, sizes), taken)


def figures_of(kata: Kata, graded: Graded, seconds: Sequence[float] = ()) -> Figures:
    """The figures of a kata from a verdict on its reference; `seconds` are those of warm verdicts."""
    return Figures(
        kata.slug,
        len({test_name(test.name) for test in graded.result.tests}),
        len(kata.suite.read_text(encoding="utf-8", errors="replace").splitlines()),
        len(list((kata.solution / "right").glob("*.py"))),
        len(list((kata.solution / "wrong").glob("*.py"))),
        graded.crossings,
        graded.generated,
        statistics.median(seconds) * 1000 if seconds else None,
    )


def measure(
    katas: Sequence[Kata], tier: Tier, on_step: Callable[[int, int], None] = lambda done, every: None
) -> list[Figures]:
    """The figures of all, each reference graded several times in a row in `tier`, on one core."""
    batches = [
        Batch(str(kata.folder / "kata.yaml"), (Job(kata.slug, kata.reference.read_bytes()),) * (1 + WARM))
        for kata in katas
    ]
    verdicts: list[list[Graded]] = [[] for _ in katas]
    with Crew(1, imports_for(katas), tier) as crew:
        for done, (number, graded) in enumerate(crew.grade(batches), start=1):
            verdicts[number].append(graded)
            on_step(done, len(katas) * (1 + WARM))
    return [
        figures_of(kata, seen[0], [one.result.seconds for one in seen[1:]])
        for kata, seen in zip(katas, verdicts, strict=True)
    ]


def check_figures(kata: Kata, figures: Figures) -> Iterator[Finding]:
    """What is too large, too small or too slow, and what rests on a submission's own word."""

    def warn(message: str) -> Finding:
        return Finding(kata.suite, 1, message, "warning")

    if figures.crossings > MOST_CROSSINGS:
        yield warn(f"{figures.crossings} crossings (calls and attribute reads) a verdict; at most {MOST_CROSSINGS}")
    if figures.lines > MOST_LINES:
        yield warn(f"{figures.lines} lines; a suite has at most {MOST_LINES}")
    if not LEAST_TESTS <= figures.tests <= MOST_TESTS:
        yield warn(f"{figures.tests} tests; a suite has {LEAST_TESTS} to {MOST_TESTS}")
    if figures.wrong > MOST_WRONG:
        yield warn(f"{figures.wrong} wrong solutions; {MOST_WRONG} are enough, each one mistake of its own")
    if figures.generated > MOST_GENERATED:
        yield warn(f"{figures.generated} generated examples a verdict; at most {MOST_GENERATED}")
    resting = resting_on_claims(kata.suite)
    if resting.unmarked:
        names = ", ".join(resting.unmarked)
        yield Finding(kata.suite, 1, f"{names} looks at what the worker says of itself; mark it: @pytest.mark.claim")
    if resting.share > MOST:
        share = f"{resting.share:.0%} of the points rest on what the worker says of itself"
        yield Finding(kata.suite, 1, f"{share}; at most {MOST:.0%}: let the judge see for itself")
    most = MOST_MILLISECONDS[kata.needs]
    if figures.milliseconds is not None and figures.milliseconds > most:
        yield warn(f"{figures.milliseconds:.0f} ms for a verdict on the reference; at most {most}")


def table(figures: Iterable[Figures]) -> str:
    """The figures, aligned, with their sums and medians below."""
    known = list(figures)
    rows = [HEAD, *(one.row() for one in known)]
    if len(known) > 1:
        sums = [sum(int(row[column]) for row in rows[1:]) for column in range(1, 7)]
        middle = [f"{statistics.median(float(row[column] or 0) for row in rows[1:]):g}" for column in range(1, 8)]
        rows += [("all", *map(str, sums), ""), ("median", *middle)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD))]
    return "\n".join("  ".join(_aligned(row, widths)) for row in rows)


def _aligned(row: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    yield row[0].ljust(widths[0])
    for cell, width in zip(row[1:], widths[1:], strict=True):
        yield cell.rjust(width)
