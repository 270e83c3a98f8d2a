"""Where `dojo grade` grades: on this machine, or on a Dask cluster. Either way with a progress bar and one Ctrl-C."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dojo.cli.options import either, stop

if TYPE_CHECKING:
    from grader.catalogue import Kata
    from grader.cohort.discovery import Discovery
    from grader.cohort.pool import Plan
    from grader.judge.verdicts import Bilingual, Result

STOPPED, BROKEN = 130, 3  # exit statuses: after a Ctrl-C; of a cluster that was lost


def check_cluster(jobs: int | None, lang: str) -> None:
    """End the command if it can't go on with `--dask`."""
    import importlib.util

    if jobs is not None:
        en = "--jobs is for this machine; with --dask each worker grades as many at a time as it has threads"
        stop(either(lang, en, "--jobs 只用于本机；使用 --dask 时，每个 worker 同时评测的数量就是它的线程数"))
    if importlib.util.find_spec("distributed") is None:
        en = "--dask needs distributed, which is not installed; get it: pip install distributed"
        stop(either(lang, en, "--dask 需要 distributed，但尚未安装；请运行：pip install distributed"))


def grade_here(discovery: Discovery, plan: Plan, jobs: int, done: dict[int, Result], lang: str) -> int | None:
    """Grade with processes of this machine. The exit status of a run that was stopped, else None."""
    from grader.cohort.pool import grade_all

    with _collecting(len(discovery.found), done, lang) as note:
        try:
            grade_all(discovery.found, plan, jobs, note)
        except KeyboardInterrupt:
            return STOPPED
    return None


def grade_on_cluster(
    address: str,
    discovery: Discovery,
    katas: Sequence[Kata],
    sandbox: str,
    cache: Path | None,
    done: dict[int, Result],
    lang: str,
) -> tuple[str, int | None]:
    """Grade on a Dask cluster: the weakest tier of its workers, and the exit status of a run that was stopped."""
    from grader.cohort.cluster.faults import ClusterLost, NoCluster
    from grader.cohort.cluster.organiser import Cluster

    def say(what: Bilingual) -> None:
        click.echo("dojo: " + what.in_(lang), err=True)

    try:
        with Cluster(address, katas, sandbox, cache, say) as cluster:
            with _collecting(len(discovery.found), done, lang) as note:
                try:
                    cluster.grade_all(discovery.found, note)
                except KeyboardInterrupt:
                    return cluster.tier, STOPPED
                except ClusterLost as error:
                    say(error.why)
                    return cluster.tier, BROKEN
            return cluster.tier, None
    except NoCluster as error:
        stop(error.why.in_(lang))


@contextmanager
def _collecting(count: int, done: dict[int, Result], lang: str) -> Iterator[Callable[[int, Result], None]]:
    """What is told of each verdict: it fills `done` and moves the progress bar. A Ctrl-C meanwhile counts once."""
    from dojo.show.terminal.console import progress
    from grader.cohort.texts import SharedTexts

    texts = SharedTexts()
    with progress(count, lang) as step:

        def note(index: int, result: Result) -> None:
            done[index] = texts.of(result)
            step()

        signal.signal(signal.SIGINT, _stop_once)
        yield note


def _stop_once(_number: int, _frame: object) -> None:
    """The first Ctrl-C stops grading. Later ones are ignored, so that the reports still get written."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    raise KeyboardInterrupt
