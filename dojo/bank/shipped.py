"""Banks that were compiled when the wheel was built, so that a first start compiles nothing.

They are used for a file only where its bytes and the code that compiled it are the same as then.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import msgspec

from dojo.bank.shard import beside

FOLDER = "compiled"  # beside `questions/`
INDEX = "index"


class Index(msgspec.Struct, frozen=True):
    """What was compiled: by which code, and the file's name to what the shelf knows of it, as MessagePack."""

    made_by: str
    files: dict[str, bytes]


def digest_of(source: bytes) -> str:
    """What a file is known by."""
    from hashlib import blake2b  # only where a file has changed: it costs the first question 6 ms

    return blake2b(source, digest_size=16).hexdigest()


def made_by(modules: tuple[str, ...]) -> str:
    """The digest of the code of these modules."""
    code = Path(__file__).parent.parent
    return digest_of(b"\0".join((code / f"{module}.py").read_bytes() for module in modules))


def read_index(questions: Path, modules: tuple[str, ...]) -> dict[str, bytes]:
    """What was shipped beside this folder of questions; nothing where other code compiled it."""
    try:
        index = msgspec.msgpack.decode((questions.parent / FOLDER / INDEX).read_bytes(), type=Index)
        return index.files if index.made_by == made_by(modules) else {}
    except (OSError, msgspec.MsgspecError):
        return {}


def shard_of(questions: Path, name: str, digest: str) -> Path:
    return questions.parent / FOLDER / f"{name}-{digest}"


def copy(path: Path, target: Path) -> None:
    """Whole or not at all. Raises OSError."""
    target.parent.mkdir(parents=True, exist_ok=True)
    part = beside(target)
    try:
        shutil.copyfile(path, part)
        os.replace(part, target)
    finally:
        part.unlink(missing_ok=True)
