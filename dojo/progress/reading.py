"""The learner's log for commands that only look: where it can't be written, a copy of it is read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from dojo.progress import Progress, ProgressError, Reason, Sentence, open_progress


def exists(path: Path) -> bool:
    """Whether there is a log; looking must not make one. What can't be looked at is for `open_to_read` to say."""
    beside = path.with_name(path.name + "-wal")
    try:
        return path.exists() or beside.exists()
    except OSError:
        return True


@contextmanager
def open_to_read(path: Path, now: Callable[[], float], patience: float = 5.0) -> Iterator[Progress]:
    """The log at `path` (see `open_progress`). Raises `ProgressError` where it can't be read either."""
    try:
        progress = open_progress(path, now, patience=patience)
    except ProgressError as error:
        if error.reason is not Reason.READONLY:
            raise
        with _copied(path, error) as copy, open_progress(copy, now) as progress:
            if progress.notices:  # they name the copy, which goes away
                progress.notices = (_damaged(path),)
            yield progress
        return
    with progress:
        yield progress


def _damaged(path: Path) -> Sentence:
    return Sentence(
        f"{path} is damaged and was left as it is, because it cannot be written: what could be read of it is used."
        " Allow writing to the file and its folder.",
        f"{path} 已损坏；由于该文件不可写，未作任何改动，只使用了仍可读出的部分。请开放该文件及其文件夹的写权限。",
    )


@contextmanager
def _copied(path: Path, error: ProgressError) -> Iterator[Path]:
    """A copy with its write-ahead log: SQLite reads none of that where it can't make its index beside the file."""
    import shutil
    import tempfile

    with tempfile.TemporaryDirectory(prefix="dojo-") as folder:
        try:
            for name in (path.name, path.name + "-wal"):
                if path.with_name(name).exists():
                    shutil.copyfile(path.with_name(name), Path(folder) / name)
        except OSError:
            raise error from None
        yield Path(folder) / path.name
