"""Reports are written whole or not at all, through no link, and what cannot be written is known beforehand."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from grader.report.writing import CannotWrite, check, write


def test_a_report_takes_the_place_of_an_older_one_and_keeps_its_permissions(tmp_path: Path) -> None:
    target = tmp_path / "r.json"
    target.write_text("old")
    target.chmod(0o640)
    check(target)
    assert target.read_text() == "old"
    write(target, "new ✓")
    assert target.read_text(encoding="utf-8") == "new ✓"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert os.listdir(tmp_path) == ["r.json"]


def test_a_new_report_has_the_permissions_of_a_new_file(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write(tmp_path / "r.json", "")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "r.json").stat().st_mode) == 0o640


@pytest.mark.parametrize("dangling", [False, True])
def test_a_link_is_replaced_and_what_it_leads_to_is_as_it_was(tmp_path: Path, dangling: bool) -> None:
    precious, target = tmp_path / "precious", tmp_path / "r.json"
    if not dangling:
        precious.write_text("precious")
    target.symlink_to(precious)
    check(target)
    write(target, "report")
    assert not target.is_symlink()
    assert target.read_text() == "report"
    assert (precious.read_text() == "precious") if not dangling else not precious.exists()


@pytest.mark.parametrize(
    ("kind", "why"),
    [("folder", "folder"), ("pipe", "use -"), ("device", "use -"), ("link to a device", "use -"),
     ("nowhere", "folder does not exist"), ("below a file", "folder does not exist"), ("long", "too long"),
     ("submission", "submissions")],
)  # fmt: skip
def test_what_cannot_be_written_is_said_before(tmp_path: Path, kind: str, why: str) -> None:
    target = tmp_path / "r.json"
    match kind:
        case "folder":
            target.mkdir()
        case "pipe":
            os.mkfifo(target)
        case "device":
            target = Path(os.devnull)
        case "link to a device":
            target.symlink_to(os.devnull)
        case "nowhere":
            target = tmp_path / "nowhere" / "r.json"
        case "below a file":
            target.write_text("")
            target = target / "r.json"
        case "long":
            target = tmp_path / ("x" * 300)
    with pytest.raises(CannotWrite, match=why) as error:
        check(target, [tmp_path / "r.json"] if kind == "submission" else [])
    assert error.value.why.zh
    assert not [name for name in os.listdir(tmp_path) if name.startswith(".dojo-")]


def test_a_folder_that_may_not_be_written_to_is_said_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(**_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tempfile.mkstemp", refused)
    with pytest.raises(CannotWrite, match="no permission"):
        check(tmp_path / "r.json")


def test_a_full_disk_leaves_the_older_report_and_no_part_of_a_new_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "r.json"
    target.write_text("old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(CannotWrite, match="No space left"):
        write(target, "new")
    assert os.listdir(tmp_path) == ["r.json"]
    assert target.read_text() == "old"
