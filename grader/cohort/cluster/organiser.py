"""Grades a cohort on a Dask cluster: sends submissions, a bounded number at a time, and takes verdicts as they come.

Dask runs a lost worker's submissions again elsewhere. What it can't know is kept here: which workers may be used
(`workers`), and that a submission waits for none that has gone. Verdicts are kept as those of local processes are.
"""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import itertools
import logging
import os
import secrets
import time
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType

import msgspec
from distributed import Client
from distributed.client import FutureCancelledError

from grader.catalogue import Kata
from grader.cohort.cache import VerdictCache
from grader.cohort.cluster.faults import busy, unreachable, unusable
from grader.cohort.cluster.interrupts import interruptible, sigint_as_before
from grader.cohort.cluster.parcel import pack
from grader.cohort.cluster.remote import CALL, DIED, GONE, GRADED, UNPREPARED, names
from grader.cohort.cluster.workers import TICK, Errand, Workers
from grader.cohort.discovery import Found, job_for
from grader.cohort.pool import LOST
from grader.cohort.shards import WEAKEST
from grader.judge import draws
from grader.judge.submissions import Job
from grader.judge.verdicts import Bilingual, Result, Verdict

CONNECT = 4.0  # seconds for the scheduler to answer
ARRIVE = 10.0  # seconds for the first worker to come, and for the others once one can be used
ANSWER = 60.0  # seconds for a first worker to answer; it may be at work for somebody else
CLOSE = 5.0  # seconds for taking leave
TRIES = 3  # of a submission whose judges die
LOGGERS = ("distributed", "distributed.client", "distributed.core", "distributed.comm", "tornado", "asyncio")


class _Graded(msgspec.Struct, frozen=True):
    index: int
    job: Job
    tier: str | None  # None where nobody graded it
    result: Result


class Cluster:
    """A connection to the cluster at `address`, as a context manager. Entering raises `NoCluster`.

    `sandbox` is auto, require or off; `cache` the folder of kept verdicts; `on_refused` is told of each worker that is
    not used, and why.
    """

    def __init__(
        self,
        address: str,
        katas: Sequence[Kata],
        sandbox: str,
        cache: Path | None,
        on_refused: Callable[[Bilingual], None],
    ) -> None:
        self._address = address
        self._on_refused = on_refused
        self._run = secrets.token_hex(8)
        self._used: set[str] = set()  # tiers of the verdicts so far
        draws.begin(cache)
        tiers = ("plain",) if sandbox == "off" else ("full", "locked")
        # before the files are read: a verdict is not kept if one changes after this
        self._caches = {} if cache is None else {tier: VerdictCache(cache, katas, tier) for tier in tiers}
        self._errand = _errand(katas, sandbox)
        self._runner = asyncio.Runner()

    def __enter__(self) -> Cluster:
        try:
            self._runner.run(self._connect())
        except BaseException:
            self._runner.close()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self._runner.run(self._leave())
        finally:
            self._runner.close()

    @property
    def tier(self) -> str:
        """The weakest tier of all verdicts so far; before there is one, of the workers that can be used."""
        return min(self._used or set(self._workers.tiers.values()) or {"plain"}, key=WEAKEST.index)

    def grade_all(self, found: Sequence[Found], on_result: Callable[[int, Result], None]) -> None:
        """Grade everything; `on_result` is told each index and verdict as it comes. A Ctrl-C leaves what is done.

        Raises `ClusterLost` when nobody is left to grade.
        """
        with sigint_as_before():
            self._runner.run(interruptible(self._grade_all(found, on_result)))

    async def _connect(self) -> None:
        for name in LOGGERS:
            logging.getLogger(name).setLevel(logging.CRITICAL)  # what matters of it is said by us, in a sentence
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # other versions: `workers` says so of the workers that it concerns
            self._client = Client(self._address, asynchronous=True, timeout=CONNECT, set_as_default=False)
            try:
                await self._client
            except Exception as error:  # whatever comes of it if no scheduler is there, but another program
                await self._close()
                raise unreachable(self._address, error) from None
        self._workers = Workers(self._client, self._errand, self._on_refused)
        self._watching = asyncio.create_task(self._workers.watch())
        try:
            await self._muster()
        except BaseException:
            await self._leave()
            raise

    async def _muster(self) -> None:
        """Until all workers have answered, or one can be used and the others have had time. Raises `NoCluster`."""
        workers, began = self._workers, time.monotonic()
        await workers.look()
        while True:
            passed = time.monotonic() - began
            if workers.tiers and (not workers.waiting or passed > ARRIVE):
                return
            if not workers.tiers and not workers.waiting and (workers.refused or passed > ARRIVE):
                raise unusable(self._address, workers.known)
            if passed > ANSWER:
                raise busy(self._address, ANSWER)
            await asyncio.sleep(0.05)

    async def _leave(self) -> None:
        self._watching.cancel()
        await self._workers.close()
        await self._close()

    async def _close(self) -> None:
        with contextlib.suppress(Exception):
            await asyncio.wait_for(self._client.close(), CLOSE)  # the scheduler drops what we have asked for

    async def _grade_all(self, found: Sequence[Found], on_result: Callable[[int, Result], None]) -> None:
        flying: set[asyncio.Task[_Graded]] = set()

        async def land() -> None:
            """Take the verdicts that are there, at least one of them; then raise what was raised instead of one."""
            done, _ = await asyncio.wait(flying, return_when=asyncio.FIRST_COMPLETED)
            flying.difference_update(done)
            for task in sorted(done, key=lambda task: task.exception() is not None):
                graded = task.result()
                if graded.tier is not None:
                    self._used.add(graded.tier)
                    if graded.job.source is not None and graded.tier in self._caches:
                        self._caches[graded.tier].put(graded.job.source, graded.result)
                on_result(graded.index, graded.result)

        try:
            for index, one in enumerate(found):
                job = job_for(one)
                if (kept := self._kept(job)) is not None:
                    on_result(index, msgspec.structs.replace(kept, member=job.member, file=job.file))
                    await asyncio.sleep(0)  # so that thousands of them don't keep verdicts and workers waiting
                    continue
                while len(flying) >= max(1, self._workers.places):
                    await land()
                flying.add(asyncio.create_task(self._grade(index, job)))
            while flying:
                await land()
        finally:
            for task in flying:
                task.cancel()
            await asyncio.gather(*flying, return_exceptions=True)

    def _kept(self, job: Job) -> Result | None:
        """A kept verdict, of a tier that a usable worker has."""
        for tier in sorted(set(self._workers.tiers.values()), key=WEAKEST.index, reverse=True):
            kept = self._caches[tier].get(job.kata, job.source) if tier in self._caches and job.source else None
            if kept is not None:
                self._used.add(tier)
                return kept
        return None

    async def _grade(self, index: int, job: Job) -> _Graded:
        data, died = msgspec.msgpack.encode(job), 0
        for attempt in itertools.count():
            workers = await self._workers.some()
            how, result, told = await self._answer(f"dojo-grade-{self._run}-{index}-{attempt}", data, workers)
            if how == GRADED:
                return _Graded(index, job, told, msgspec.msgpack.decode(result, type=Result))
            if how == UNPREPARED:  # another process at the same address
                self._workers.forget(told)
            died += how == DIED
            if died == TRIES:
                break
            await asyncio.sleep(TICK)
        lost = Result(job.member, job.kata, job.file, Verdict.BROKEN, 0, 0, 0, 0, message=LOST)
        return _Graded(index, job, None, lost)

    async def _answer(self, key: str, job: bytes, workers: Sequence[str]) -> tuple[str, bytes, str]:
        """What came of a submission on one of these workers; GONE if none of them is there any more."""
        future = self._client.submit(
            eval, CALL, names("grade", self._errand.key, job), key=key, workers=list(workers), pure=False
        )
        answer = asyncio.ensure_future(future.result())
        try:
            while not answer.done():
                await asyncio.wait({answer}, timeout=TICK)
                if not answer.done() and not self._workers.tiers.keys() & set(workers):
                    return GONE, b"", ""
            how, result, told = answer.result()
            return how, result, told
        except FutureCancelledError:  # the scheduler is gone, or has forgotten it
            return GONE, b"", ""
        except Exception:  # `KilledWorker`: several were lost with it; or the worker can't start a judge
            return DIED, b"", ""
        finally:
            answer.cancel()
            with contextlib.suppress(Exception):  # the client may be closed by now
                future.release()


def _errand(katas: Sequence[Kata], sandbox: str) -> Errand:
    parcel, slugs, secret = pack(katas), tuple(kata.slug for kata in katas), os.environ[draws.VARIABLE]
    key = hashlib.sha256(repr((hashlib.sha256(parcel).digest(), slugs, secret, sandbox)).encode()).hexdigest()
    return Errand(sandbox, parcel, slugs, secret, key)
