"""`dojo grade --dask`: the verdicts of local grading, whatever becomes of workers and scheduler."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from grader.catalogue import load
from grader.content import content_root
from grader.judge.probing import NoSandbox, choose
from tests.grader.cohort.running_cluster import RunningCluster, running_cluster, wait_until, without_us

KATAS = load(content_root({}))
SLUGS = ("stable_softmax", "cosine_schedule")
MEMBERS = 8
DOJO = [sys.executable, "-W", "error", "-c", "from dojo.cli import main; main()"]
SLOW = "\nimport time\n_END = time.thread_time() + 0.25\nwhile time.thread_time() < _END:\n    pass\n"
ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")


def environment(where: Path) -> dict[str, str]:
    env = {**os.environ, "DOJO_HOME": str(where), "DOJO_LANG": "en"}
    env.pop("PYTHONPATH", None)
    return env


def grade(where: Path, *options: str, home: str = "home", **environ: str) -> subprocess.CompletedProcess[str]:
    call = [*DOJO, "grade", "group", *options]
    return subprocess.run(
        call,
        cwd=where,
        env=environment(where / home) | environ,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def verdicts(text: str) -> dict[str, Any]:
    """A result file without times."""
    document: dict[str, Any] = json.loads(text)
    for result in document["results"]:
        del result["seconds"]
    return document


@pytest.fixture
def group(tmp_path: Path) -> Path:
    """Members with right and wrong submissions of each kata, which take a quarter of a second each."""
    for slug in SLUGS:
        kata = KATAS[slug]
        sources = [kata.reference, *sorted(kata.solution.glob("right/*.py")), *sorted(kata.solution.glob("wrong/*.py"))]
        for number in range(MEMBERS):
            place = tmp_path / "group" / f"m{number:02}"
            place.mkdir(parents=True, exist_ok=True)
            text = sources[number % len(sources)].read_text(encoding="utf-8")
            (place / f"{slug}.py").write_text(f"{text}{SLOW}# {number}\n", encoding="utf-8")
    (tmp_path / "group" / "m03" / f"{SLUGS[0]}.py").write_text("def softmax(:", encoding="utf-8")
    (tmp_path / "group" / "m04" / f"{SLUGS[0]}.py").unlink()
    (tmp_path / "group" / "m04" / f"{SLUGS[0]}.py").symlink_to("/etc/passwd")
    return tmp_path


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[RunningCluster]:
    with running_cluster(tmp_path / "cluster") as running:
        yield running


@pytest.fixture(scope="module")
def sandbox() -> str:
    try:
        choose("auto")
    except NoSandbox:
        return "off"
    return "auto"


def kept(where: Path, home: str) -> int:
    folder = where / home / "cache" / "verdicts"
    return len(os.listdir(folder)) if folder.is_dir() else 0


def start(where: Path, cluster: RunningCluster, *options: str) -> subprocess.Popen[str]:
    """Begin to grade, and return when some verdicts have come."""
    call = [*DOJO, "grade", "group", "--dask", cluster.address, *options]
    running = subprocess.Popen(
        call, cwd=where, env=environment(where / "home"), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    wait_until(lambda: kept(where, "home") > 3 or running.poll() is not None)
    return running


@pytest.mark.slow
@ON_LINUX
def test_verdicts_are_those_of_local_grading_though_a_worker_is_killed(
    group: Path, cluster: RunningCluster, sandbox: str
) -> None:
    local = grade(group, "--sandbox", sandbox, "--json", "-", home="local")
    assert local.returncode == 1, local.stderr
    (group / "home" / "cache" / "verdicts").mkdir(mode=0o700, parents=True)
    secret = (group / "local" / "cache" / "verdicts" / "draws").read_bytes()
    (group / "home" / "cache" / "verdicts" / "draws").write_bytes(secret)
    (group / "home" / "cache" / "verdicts" / "draws").chmod(0o600)
    doomed = cluster.worker(name="doomed")  # under a nanny, which dies with it
    cluster.worker("--no-nanny", name="survivor")
    with start(group, cluster, "--sandbox", sandbox, "--json", "-") as running:
        judges = cluster.judges()
        assert len(judges) == 2
        cluster.kill(doomed)
        out, err = running.communicate(timeout=300)
    assert (running.returncode, err) == (1, "")
    assert verdicts(out) == verdicts(local.stdout)
    assert cluster.judges() < judges  # the survivor's, still the same one
    again = grade(group, "--sandbox", sandbox, "--json", "-", "--dask", cluster.address)
    took = {one["file"]: one["seconds"] for one in json.loads(out)["results"]}
    assert verdicts(again.stdout) == verdicts(out)
    passed = [one for one in json.loads(again.stdout)["results"] if one["verdict"] == "passed"]
    assert passed
    assert all(one["seconds"] == took[one["file"]] for one in passed)  # kept verdicts


@pytest.mark.slow
@ON_LINUX
def test_the_only_worker_is_used_again_when_its_nanny_has_started_it_anew(
    group: Path, cluster: RunningCluster, sandbox: str
) -> None:
    nanny = cluster.worker(name="one")
    with start(group, cluster, "--sandbox", sandbox, "--json", "-") as running:
        (judge,) = cluster.judges()
        os.kill(parent(judge), signal.SIGKILL)
        out, err = running.communicate(timeout=300)
    assert nanny.poll() is None
    assert (running.returncode, err) == (1, "")
    assert judge not in cluster.judges()
    assert len(json.loads(out)["results"]) == MEMBERS * len(SLUGS)
    assert "broken" not in {one["verdict"] for one in json.loads(out)["results"]}


def parent(pid: int) -> int:
    return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])


@pytest.mark.slow
@ON_LINUX
def test_workers_that_differ_are_named_and_the_others_grade(
    group: Path, cluster: RunningCluster, sandbox: str, tmp_path: Path
) -> None:
    about = tmp_path / "other" / "msgspec-0.0.1.dist-info"
    about.mkdir(parents=True)
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: msgspec\nVersion: 0.0.1\n")
    preload = tmp_path / "no_walls.py"
    preload.write_text(
        "from grader.cohort.cluster import worker\n"
        "from grader.judge.probing import Finding, Probe\n"
        "from grader.sandbox.tiers import Tier\n"
        "worker.probe = lambda everything: Probe((Finding(Tier.FULL, False, 'bubblewrap is not installed'),))\n"
    )
    cluster.worker("--no-nanny", name="old", PYTHONPATH=str(about.parent))
    cluster.worker("--no-nanny", name="bare", call=without_us("distributed.cli.dask_worker"))
    if sandbox != "off":
        cluster.worker("--no-nanny", "--preload", str(preload), name="open")
    refused = 2 + (sandbox != "off")
    wait_until(lambda: known(cluster) == refused)
    alone = grade(group, "--sandbox", sandbox, "--dask", cluster.address)
    assert alone.returncode == 2
    assert f"none of the {refused} workers at {cluster.address} can be used\n" in alone.stderr
    assert alone.stdout == ""
    cluster.worker("--no-nanny", name="good")
    wait_until(lambda: known(cluster) == refused + 1)
    done = grade(group, "--sandbox", sandbox, "--dask", cluster.address, "--json", "-", "--shard", "1/4")
    lines = {line.split()[3]: line for line in done.stderr.splitlines()}
    assert all(line.startswith("dojo: the worker ") for line in lines.values())
    assert "it has msgspec 0.0.1, this machine has " in lines["old"]
    assert "it has no NLP Dojo, or another version of it" in lines["bare"]
    if sandbox != "off":
        assert "no sandbox works there (full: bubblewrap is not installed); run dojo doctor" in lines["open"]
    assert len(lines) == refused
    results = json.loads(done.stdout)["results"]
    assert len(results) == 2 * len(SLUGS)
    assert {one["verdict"] for one in results} <= {"passed", "failed", "error"}
    assert done.returncode in (0, 1)


def known(cluster: RunningCluster) -> int:
    """How many workers the scheduler knows."""
    from distributed import Client

    with Client(cluster.address, set_as_default=False) as client:
        return len(client.scheduler_info()["workers"])


@pytest.mark.slow
@ON_LINUX
def test_after_a_ctrl_c_reports_say_how_many_were_graded(group: Path, cluster: RunningCluster, sandbox: str) -> None:
    cluster.worker(name="one")
    with start(group, cluster, "--sandbox", sandbox, "--json", "r.json") as running:
        running.send_signal(signal.SIGINT)
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=30)
    assert (running.returncode, err) == (130, "")
    results = json.loads((group / "r.json").read_text(encoding="utf-8"))["results"]
    assert 3 <= len(results) < MEMBERS * len(SLUGS)
    assert f"stopped: {len(results)} of {MEMBERS * len(SLUGS)} graded" in out


@pytest.mark.slow
@ON_LINUX
def test_if_the_scheduler_dies_what_is_done_is_reported(group: Path, cluster: RunningCluster, sandbox: str) -> None:
    cluster.worker(name="one")
    with start(group, cluster, "--sandbox", sandbox, "--json", "r.json") as running:
        cluster.kill(cluster.scheduler)
        began = time.monotonic()
        out, err = running.communicate(timeout=60)
    assert time.monotonic() - began < 20
    assert (running.returncode, err) == (3, "dojo: the scheduler of the Dask cluster is gone\n")
    results = json.loads((group / "r.json").read_text(encoding="utf-8"))["results"]
    assert 3 <= len(results) < MEMBERS * len(SLUGS)
    assert f"stopped: {len(results)} of {MEMBERS * len(SLUGS)} graded" in out


@pytest.mark.slow
@ON_LINUX
@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl makes the certificate")
def test_tls_is_as_dask_is_configured(group: Path, tmp_path: Path) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    call = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    subprocess.run([*call, "-keyout", str(key), "-out", str(certificate)], check=True, capture_output=True)
    tls = {"DASK_DISTRIBUTED__COMM__TLS__CA_FILE": str(certificate)}
    for role in ("CLIENT", "SCHEDULER", "WORKER"):
        tls[f"DASK_DISTRIBUTED__COMM__TLS__{role}__CERT"] = str(certificate)
        tls[f"DASK_DISTRIBUTED__COMM__TLS__{role}__KEY"] = str(key)
    with running_cluster(tmp_path / "cluster", "--protocol", "tls", **tls) as cluster:
        assert cluster.address.startswith("tls://")
        cluster.worker(name="one")
        options = ["--sandbox", "off", "--shard", "1/8", "--json", "-", "--dask", cluster.address]
        without = grade(group, *options)
        assert without.returncode == 2
        assert without.stderr.startswith(f"dojo: no Dask scheduler answers at {cluster.address} (TLS expects")
        done = grade(group, *options, **tls)
    assert done.stderr == ""
    assert len(json.loads(done.stdout)["results"]) == len(SLUGS)


@pytest.mark.slow
def test_a_cluster_without_workers_and_one_that_is_not_there_are_said(group: Path, cluster: RunningCluster) -> None:
    empty = grade(group, "--dask", cluster.address)
    assert (empty.returncode, empty.stdout) == (2, "")
    assert empty.stderr.startswith(f"dojo: the Dask cluster at {cluster.address} has no workers; ")
    cluster.kill(cluster.scheduler)
    began = time.monotonic()
    dead = grade(group, "--dask", cluster.address)
    assert time.monotonic() - began < 15
    assert (dead.returncode, dead.stdout) == (2, "")
    assert dead.stderr.startswith(f"dojo: no Dask scheduler answers at {cluster.address} (")
    assert dead.stderr.endswith("); the address is like tcp://HOST:8786\n")
    assert dead.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (["--dask", "nonsense"], "no Dask scheduler answers at nonsense (missing port number"),
        (["--dask", "tcp://127.0.0.1:8786", "--jobs", "2"], "--jobs is for this machine"),
    ],
)
def test_a_wrong_call_is_one_sentence(group: Path, options: list[str], why: str) -> None:
    done = grade(group, *options)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"dojo: {why}")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(("lang", "why"), [("en", "get it: pip install"), ("zh", "请运行：pip install")])
def test_without_the_package_the_call_says_what_to_install(group: Path, lang: str, why: str) -> None:
    code = "import sys; sys.modules['distributed'] = None; from dojo.cli import main; main()"
    call = [sys.executable, "-c", code, "grade", "group", "--dask", "tcp://127.0.0.1:8786", "--lang", lang]
    env = {**environment(group / "home"), "PYTHONUTF8": "1"}
    done = subprocess.run(call, cwd=group, env=env, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 2
    assert why in done.stderr
    assert done.stderr.count("\n") == 1
