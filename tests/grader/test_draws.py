"""Random inputs can be repeated by whoever grades, and not be foreseen by who is graded."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.judge import draws


@pytest.fixture(autouse=True)
def without_a_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(draws.VARIABLE, "")


def test_ones_own_file_gets_the_same_inputs_each_time() -> None:
    assert draws.seed(b"digest", "test") == draws.seed(b"digest", "test")
    assert len({draws.seed(b"digest", "test"), draws.seed(b"digest", "other"), draws.seed(b"changed", "test")}) == 3


def test_a_run_without_a_cache_has_a_secret_of_its_own() -> None:
    seeds = {draws.seed(b"digest")}
    for _ in range(2):
        draws.begin(None)
        seeds.add(draws.seed(b"digest"))
    assert len(seeds) == 3


def test_a_folder_of_verdicts_keeps_the_secret_with_which_they_were_made(tmp_path: Path) -> None:
    draws.begin(tmp_path / "cache")
    first = draws.seed(b"digest")
    draws.begin(None)
    draws.begin(tmp_path / "cache")
    assert draws.seed(b"digest") == first
    assert (tmp_path / "cache" / draws.NAME).stat().st_mode & 0o777 == 0o600
    draws.begin(tmp_path / "other")
    assert draws.seed(b"digest") != first


def test_a_secret_that_others_could_read_is_not_used(tmp_path: Path) -> None:
    draws.begin(tmp_path)
    first = draws.seed(b"digest")
    (tmp_path / draws.NAME).chmod(0o644)
    draws.begin(tmp_path)
    assert draws.seed(b"digest") != first


@pytest.mark.parametrize("content", [b"", b"short"])
def test_a_damaged_secret_stops_nobody(tmp_path: Path, content: bytes) -> None:
    (tmp_path / draws.NAME).write_bytes(content)
    (tmp_path / draws.NAME).chmod(0o600)
    draws.begin(tmp_path)
    assert draws.seed(b"digest") != draws.seed(b"other")
