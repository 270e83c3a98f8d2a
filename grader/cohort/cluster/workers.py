"""The workers of a cluster as the organiser sees them: which can be used, which not and why, which have come or gone.

A worker is asked what it has before anything is sent to it. One that differs from this machine in what decides a
verdict, or has no sandbox, is named and left alone. Content goes to the others only, once for each.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Callable, Mapping
from typing import Any

import msgspec
from distributed import Client

from grader.cohort.cluster.faults import ClusterLost
from grader.cohort.cluster.remote import CALL, names
from grader.cohort.cluster.worker import environment
from grader.cohort.names import harmless
from grader.judge.verdicts import Bilingual

TICK = 0.5  # seconds between looks at who is there
PATIENCE = 30.0  # seconds without any usable worker, after which a run ends
SHOWN = 400  # characters of what a worker said
MISSING = Bilingual(
    "it has no NLP Dojo, or another version of it; install the same one there",
    "未安装 NLP Dojo，或版本不同；请安装相同的版本",
)
OTHER_CODE = Bilingual(
    "its NLP Dojo has other code than this machine's, although the version is the same; install the same one on both",
    "它的 NLP Dojo 版本号相同，但代码与本机不同；请在两边安装同一份",
)


class Errand(msgspec.Struct, frozen=True):
    """What a worker must have before it gets submissions. `key` stands for all of it."""

    sandbox: str  # auto, require or off
    parcel: bytes
    slugs: tuple[str, ...]
    secret: str
    key: str


class Workers:
    """Who is there; kept up to date by `watch`, which must run while `some` is used."""

    def __init__(self, client: Client, errand: Errand, on_refused: Callable[[Bilingual], None]) -> None:
        self.refused = 0
        self.tiers: dict[str, str] = {}  # of each usable worker, by its address
        self._client = client
        self._errand = errand
        self._on_refused = on_refused
        self._here = environment()
        self._there: dict[str, Any] = {}  # what the scheduler says of each worker
        self._asked: dict[str, asyncio.Task[None]] = {}

    @property
    def places(self) -> int:
        """Submissions that should be on their way: one at work and one at hand for each thread of a usable worker."""
        return 2 * sum(int(self._there[address]["nthreads"]) for address in self.tiers)

    @property
    def known(self) -> int:
        """How many workers there are, usable or not."""
        return len(self._there)

    @property
    def waiting(self) -> bool:
        """Whether a worker has not answered yet."""
        return any(not task.done() for task in self._asked.values())

    async def watch(self) -> None:
        """Look for workers that come and go, for ever."""
        while True:
            await self.look()
            await asyncio.sleep(TICK)

    async def look(self) -> None:
        """Ask workers that are new; forget those that are gone. One at the same address may be another process."""
        try:
            scheduler = self._client.scheduler  # None when the client has given it up
            found: Mapping[str, Any] = {} if scheduler is None else (await scheduler.identity())["workers"]
        except Exception:  # whatever comes of asking: nobody is known to be there
            found = {}
        for address, about in self._there.items():
            if found.get(address, {}).get("local_directory") != about["local_directory"]:
                self.forget(address)
        self._there = {**found}
        for address in self._there.keys() - self._asked.keys():
            self._asked[address] = asyncio.create_task(self._admit(address))

    def forget(self, address: str) -> None:
        """This worker is not to be used until it has been asked again."""
        self.tiers.pop(address, None)
        if (task := self._asked.pop(address, None)) is not None:
            task.cancel()

    async def some(self) -> list[str]:
        """The addresses of all usable workers. Raises `ClusterLost` if there is none for a while."""
        end = time.monotonic() + PATIENCE
        while not self.tiers:
            if self._client.status not in ("running", "connecting"):
                raise ClusterLost("the scheduler of the Dask cluster is gone", "Dask 集群的调度器已断开")
            if time.monotonic() > end:
                raise ClusterLost(
                    f"the Dask cluster has had no usable worker for {PATIENCE:.0f} s",
                    f"Dask 集群已有 {PATIENCE:.0f} 秒没有可用的 worker",
                )
            await asyncio.sleep(TICK / 2)
        return list(self.tiers)

    async def close(self) -> None:
        """Stop asking."""
        for task in self._asked.values():
            task.cancel()
        await asyncio.gather(*self._asked.values(), return_exceptions=True)

    async def _admit(self, address: str) -> None:
        try:
            there, tier, trouble = await self._call(address, "inspect", self._errand.sandbox)
            why = differing(self._here, there) if tier is not None else _no_sandbox(trouble)
            if why is None:
                errand = self._errand
                given = [errand.key, errand.parcel, list(errand.slugs), tier, errand.secret]
                self.tiers[address] = await self._call(address, "prepare", *given)
        except (ImportError, AttributeError):
            why = MISSING
        except Exception as error:  # whatever a worker may raise: one that has no disk, say
            said = harmless(f"{type(error).__name__}: {error}", SHOWN)
            why = Bilingual(f"it can't be prepared: {said}", f"无法准备：{said}")
        if why is not None:
            self.refused += 1
            name = harmless(_name(address, self._there.get(address, {})), SHOWN)
            self._on_refused(Bilingual(f"the worker {name} is not used: {why.en}", f"不使用 worker {name}：{why.zh}"))

    async def _call(self, address: str, function: str, *given: Any) -> Any:
        future = self._client.submit(eval, CALL, names(function, *given), workers=[address], pure=False)
        try:
            return await future.result()
        finally:
            with contextlib.suppress(Exception):  # the client may be closed by now
                future.release()


def differing(here: Mapping[str, str | None], there: Mapping[str, str | None]) -> Bilingual | None:
    """The first part in which a worker's environment is not this machine's; None if all are the same."""
    for part in dict.fromkeys([*here, *there]):
        ours, theirs = here.get(part), there.get(part)
        if ours == theirs:
            continue
        if part == "grader":
            return OTHER_CODE
        if theirs is None:
            return Bilingual(f"it has no {part}, this machine has {ours}", f"它没有 {part}，本机为 {ours}")
        said = harmless(theirs, SHOWN)
        if ours is None:
            return Bilingual(f"it has {part} {said}, this machine has none", f"它有 {part} {said}，本机没有")
        return Bilingual(f"it has {part} {said}, this machine has {ours}", f"它的 {part} 为 {said}，本机为 {ours}")
    return None


def _no_sandbox(trouble: str) -> Bilingual:
    said = harmless(trouble, SHOWN)
    return Bilingual(
        f"no sandbox works there ({said}); run dojo doctor on that machine",
        f"那里没有可用的沙箱（{said}）；请在那台机器上运行 dojo doctor",
    )


def _name(address: str, about: Mapping[str, Any]) -> str:
    name = str(about.get("name", address))
    return address if name == address else f"{name} ({address})"
