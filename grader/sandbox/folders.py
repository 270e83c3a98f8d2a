"""Weighs and removes a folder that an attacker fills: links are not followed, depth costs no stack."""

from __future__ import annotations

import contextlib
import os
import secrets
from pathlib import Path


def remove(folder: Path) -> None:
    """Remove `folder` and all in it. Nobody may still write there: the room is dead.

    What cannot be removed stays, for the end of all rooms: one submission's leavings must not end the others' grading.
    """
    if not folder.is_dir() or folder.is_symlink():
        return
    with contextlib.suppress(OSError):
        folder.chmod(0o700)
        top = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
        try:
            _flatten(top)
        finally:
            os.close(top)
        folder.rmdir()


def overflows(folder: Path, size: int, files: int) -> bool:
    """Whether more than `size` bytes of disk or `files` names lie there, or something that can't be looked into."""
    waiting = [str(folder)]
    while waiting:
        try:
            with os.scandir(waiting.pop()) as entries:
                for entry in entries:
                    size -= entry.stat(follow_symlinks=False).st_blocks * 512
                    files -= 1
                    if size < 0 or files < 0:
                        return True
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(entry.path)
        except FileNotFoundError:  # removed meanwhile
            continue
        except OSError:
            return True
    return False


def _flatten(top: int) -> None:
    """Empty one folder after the other at the top, moving what it holds up: nothing deeper than two is ever opened."""
    waiting = [entry.name for entry in os.scandir(top) if not _unlinked(top, entry)]
    while waiting:
        name = waiting.pop()
        os.chmod(name, 0o700, dir_fd=top)
        inner = os.open(name, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW, dir_fd=top)
        with contextlib.closing(os.scandir(inner)) as entries:
            folders = [entry.name for entry in entries if not _unlinked(inner, entry)]
        for folder in folders:
            os.chmod(folder, 0o700, dir_fd=inner)  # else its `..` can't be changed
            moved = secrets.token_hex(16)  # a name that nobody can have taken beforehand
            os.rename(folder, moved, src_dir_fd=inner, dst_dir_fd=top)
            waiting.append(moved)
        os.close(inner)
        os.rmdir(name, dir_fd=top)


def _unlinked(parent: int, entry: os.DirEntry[str]) -> bool:
    if entry.is_dir(follow_symlinks=False):
        return False
    os.unlink(entry.name, dir_fd=parent)
    return True
