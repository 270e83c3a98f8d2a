"""What a room may read, worked out on made-up layouts, and walked over in real rooms with canaries planted."""

from __future__ import annotations

import secrets
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import grader
from grader.judge.rooms import RoomLimits, Rooms
from grader.sandbox import bubblewrap
from grader.sandbox.tiers import SandboxFault
from grader.sandbox.visible import Visible, granted, visible

CHECKOUT = Path(grader.__file__).resolve().parent.parent
WALK = """
import os
token = bytes.fromhex({token!r})
found, opened = [], 0
def look(path):
    global opened
    try:
        with open(path, 'rb') as file:
            opened += 1
            if token in file.read(1 << 16): found.append(path)
    except OSError:
        pass
for top in {tops!r}:
    if os.path.isfile(top): look(top)
    for folder, folders, names in os.walk(top, onerror=lambda error: None):
        for name in names:
            path = os.path.join(folder, name)
            if os.path.isfile(path) and os.path.getsize(path) < 1 << 16: look(path)
answer = (found, opened)
"""


def test_the_interpreter_and_the_packages_are_shown_and_this_project_is_not() -> None:
    seen = visible(["numpy"], [CHECKOUT / "solutions"], [])
    assert not any(path == CHECKOUT or CHECKOUT in path.parents for path in seen.shown)
    assert {path.relative_to(CHECKOUT / "grader").parts[0] for path in seen.own} == {"__init__.py", "sandbox", "wire"}
    assert any(Path(sys.base_prefix).resolve() in (path, *path.parents) for path in seen.shown)


def test_the_home_and_the_folder_one_stands_in_are_not_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    seen = visible([], [], [])
    for private in (Path.home(), tmp_path):
        assert not any(path == private or path in private.parents for path in seen.shown)


def test_an_interpreter_whose_prefix_is_a_home_shows_its_library_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "base_prefix", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    assert tmp_path not in visible([], [], []).shown


def test_a_user_without_a_home_in_a_folder_that_is_gone_can_grade(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nobody() -> Path:
        raise RuntimeError("could not determine home directory")

    monkeypatch.setattr(Path, "home", nobody)
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    assert visible([], [], []).shown


def test_content_within_what_is_shown_is_masked(tmp_path: Path) -> None:
    content = tmp_path / "site" / "dojo" / "content"
    content.mkdir(parents=True)
    seen = visible([], [content], [tmp_path / "site"])
    assert content in seen.masked
    assert str(content) in bubblewrap.wall("bwrap", seen, {}, 3, None)


def test_what_is_granted_goes_round_the_masks(tmp_path: Path) -> None:
    for name in ("site/dojo/content/solutions", "site/numpy", "site/dojo/cli"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "site" / "six.py").touch()
    content = tmp_path / "site" / "dojo" / "content"
    seen = Visible("python", (), (tmp_path / "site",), (content,), (), ())
    inside = {path for path in granted(seen) if path.startswith(str(tmp_path))}
    assert inside == {str(tmp_path / "site" / name) for name in ("dojo/cli", "numpy", "six.py")}


def test_a_link_to_what_holds_a_mask_is_no_way_round_it(tmp_path: Path) -> None:
    (tmp_path / "usr" / "secret").mkdir(parents=True)
    (tmp_path / "usr" / "open").mkdir()
    (tmp_path / "link").symlink_to("usr")
    seen = Visible("python", (), (tmp_path / "link", tmp_path / "usr"), (tmp_path / "usr" / "secret",), (), ())
    assert str(tmp_path / "link") not in granted(seen)
    assert str(tmp_path / "usr") not in granted(seen)
    command = bubblewrap.wall("bwrap", seen, {}, 3, None)
    assert command[command.index(str(tmp_path / "link")) - 2] == "--symlink"


def test_a_module_beside_this_project_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = CHECKOUT.joinpath("grader").parent
    monkeypatch.setattr("grader.sandbox.visible._module", lambda name: package / name)
    with pytest.raises(SandboxFault, match="beside"):
        visible(["numpy"], [], [])


def test_no_canary_can_be_found(walled, stand: Path, tmp_path: Path, ask, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a home, a project, another submission, and content that lies among the modules a room needs."""
    token = secrets.token_bytes(16)
    site = tmp_path / "site"
    shutil.copytree(stand, site)
    content = site / "dojo" / "content"
    planted = [
        content / "solutions" / "canary.py",
        tmp_path / "home" / ".ssh" / "canary",
        tmp_path / "project" / ".git" / "canary",
        tmp_path / "others" / "submission.py",
    ]
    for path in planted:
        path.parent.mkdir(parents=True)
        path.write_bytes(token)
    shown = site / "shown.py"
    shown.write_bytes(token)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path / "project")
    with Rooms(walled, worker="roomtalk", paths=[site], hidden=[content]) as rooms:
        room = rooms.open(RoomLimits())
        here = [str(path) for path in (*planted, *(path.parent for path in planted), tmp_path, site, shown)]
        found, _ = eval(ask(room, WALK.format(token=token.hex(), tops=here)))
        assert found, "the walk finds what is there to be found"
        assert set(found) == {str(shown)}
        room.close()


@pytest.mark.slow
def test_a_walk_over_everything_finds_nothing_of_this_project_and_of_no_home(walled, stand: Path, ask) -> None:
    files = subprocess.run(
        ["git", "-c", f"safe.directory={CHECKOUT}", "ls-files", "-co", "--exclude-standard"],
        cwd=CHECKOUT, capture_output=True, text=True, check=True,
    ).stdout.splitlines()  # fmt: skip
    tried = [str(CHECKOUT / name) for name in files]
    tried += ["/etc/passwd", "/etc/shadow", "/proc/self/mem", "/proc/1/environ"]
    assert len(tried) > 50
    walk = """
import os
seen = {os.path.join(folder, name) for folder, _, names in os.walk('/') for name in names}
for path in tried:
    try: os.close(os.open(path, os.O_RDONLY)); seen.add(path)
    except OSError: pass
"""
    with Rooms(walled, ["numpy"], worker="roomtalk", paths=[stand]) as rooms:
        room = rooms.open(RoomLimits(cpu=120))
        assert ask(room, f"tried = {tried!r}{walk}") == "None"
        inside = ask(room, f"answer = sorted(path for path in seen if path.startswith({str(CHECKOUT) + '/'!r}))")
        ours = [path.removeprefix(f"{CHECKOUT}/") for path in eval(inside)]
        assert ours, "the walk finds what is there to be found"
        assert [path for path in ours if not path.startswith("tests/grader/sandbox/stand/")] == []
        assert ask(room, "answer = [p for p in seen if p.startswith(('/proc/', '/home/', '/var/', '/srv/'))]") == "[]"
        assert ask(room, "answer = [p for p in seen if p in tried and p.startswith('/etc')]") == "[]"
        room.close()


def test_a_library_that_was_not_imported_before_can_be_found_beside_masked_content(
    walled, stand: Path, tmp_path: Path, ask
) -> None:
    site = tmp_path / "site"
    shutil.copytree(stand, site)
    (site / "dojo" / "content").mkdir(parents=True)
    (site / "later.py").write_text("here = 1")
    with Rooms(walled, worker="roomtalk", paths=[site], hidden=[site / "dojo" / "content"]) as rooms:
        room = rooms.open(RoomLimits())
        assert ask(room, "import later; answer = later.here") == "1"
        room.close()
