"""Finds katas, checks their texts, has all their solutions graded and checks the verdicts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from grader.catalogue import CatalogueError, Kata, load_kata
from grader.judge.misconceptions import wrong_solutions
from grader.judge.needs import imports_for
from grader.judge.rooms import Rooms
from grader.judge.run import grade_each
from grader.judge.submissions import Job
from grader.judge.verdicts import Result
from grader.lint.finding import Finding, refused
from grader.lint.texts import check_texts
from grader.lint.verdicts import check_verdicts, submissions
from grader.sandbox.tiers import Tier

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
    folders: Iterable[Path], on_step: Callable[[int, int], None] = lambda done, every: None, fix: bool = False
) -> Iterator[Finding]:
    """All defects of the katas in `folders`, kata by kata. `on_step` is told how many submissions of all are graded.

    `fix` rewrites `also fails:` of wrong solutions to what really fails, and says so.
    """
    katas = []
    for folder in folders:
        if not folder.is_dir() and folder.exists():
            yield Finding(folder, 1, "neither a bank nor a kata; name questions/<topic>.yaml or a folder of katas")
            continue
        try:
            kata = load_kata(folder / "kata.yaml")
        except CatalogueError as error:
            yield refused(error)
            continue
        yield from _twins(kata)
        yield from check_texts(kata, _slugs(kata))
        if gradable(kata):
            katas.append(kata)
    jobs = [job for kata in katas for job in submissions(kata)]
    graded: dict[str, list[tuple[Job, Result]]] = {kata.slug: [] for kata in katas}
    done = 0

    def note(job: Job, result: Result) -> None:
        nonlocal done
        done += 1
        graded[job.kata].append((job, result))
        on_step(done, len(jobs))

    if jobs:
        on_step(0, len(jobs))
        with Rooms(Tier.PLAIN, imports_for(katas)) as rooms:
            grade_each(jobs, katas, rooms, note, examples=True)
    for kata in katas:
        yield from check_verdicts(kata, graded[kata.slug], fix)


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
