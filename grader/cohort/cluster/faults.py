"""What ends a run on a cluster: it can't begin (`NoCluster`), or nobody is left to grade (`ClusterLost`)."""

from __future__ import annotations

from grader.cohort.names import harmless
from grader.judge.verdicts import Bilingual


class NoCluster(Exception):
    """There is no cluster at this address that could grade; `why` says what is the matter."""

    def __init__(self, en: str, zh: str) -> None:
        super().__init__(en)
        self.why = Bilingual(en, zh)


class ClusterLost(Exception):
    """The scheduler, or the last usable worker, went away for good; `why` says which."""

    def __init__(self, en: str, zh: str) -> None:
        super().__init__(en)
        self.why = Bilingual(en, zh)


def _shown(address: str) -> str:
    return harmless(address, 200)


def unreachable(address: str, error: BaseException) -> NoCluster:
    shown = _shown(address)
    chain = [error]
    while (inner := chain[-1].__cause__ or chain[-1].__context__) is not None:  # Dask wraps what the system said
        chain.append(inner)
    system = (one.strerror for one in reversed(chain) if isinstance(one, OSError) and one.strerror)
    why = harmless(next(system, None) or str(chain[-1]) or "it took too long", 300)
    return NoCluster(
        f"no Dask scheduler answers at {shown} ({why}); the address is like tcp://HOST:8786",
        f"{shown} 没有 Dask 调度器应答（{why}）；地址的形式为 tcp://HOST:8786",
    )


def unusable(address: str, workers: int) -> NoCluster:
    shown = _shown(address)
    if not workers:
        return NoCluster(
            f"the Dask cluster at {shown} has no workers; start some: dask worker {shown}",
            f"{shown} 的 Dask 集群没有 worker；请启动：dask worker {shown}",
        )
    return NoCluster(
        f"none of the {workers} workers at {shown} can be used", f"{shown} 的 {workers} 个 worker 都不能使用"
    )


def busy(address: str, seconds: float) -> NoCluster:
    shown = _shown(address)
    return NoCluster(
        f"no worker at {shown} has answered in {seconds:.0f} s; are all at work?",
        f"{shown} 的 worker 在 {seconds:.0f} 秒内都没有应答；是否都在忙？",
    )
