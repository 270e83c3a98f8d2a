"""Where a suite's random inputs come from: the submission's digest, keyed with a secret.

The digest and the test's name are known to the author of a submission, who could else work out the inputs beforehand
and hand in a table of answers. For a cohort the secret lies in the folder of its cache, so that the same bytes get the
same verdict as long as verdicts are kept; without a cache it lasts for one run. Who grades their own file has nothing
to hide from themselves: there is no secret then, and inputs are the same each time.
"""

from __future__ import annotations

import contextlib
import hmac
import os
import secrets
import stat
from pathlib import Path

VARIABLE = "NLP_DOJO_DRAWS"  # by which the processes that share a cohort's work inherit it; rooms have none of it
NAME = "draws"  # of the file
SIZE = 32  # bytes


def begin(folder: Path | None) -> None:
    """Draw with the secret of `folder`, or with a new one, in this process and those that it starts."""
    secret = None if folder is None else _kept(folder)
    os.environ[VARIABLE] = (secret or secrets.token_bytes(SIZE)).hex()


def seed(digest: bytes, test: str = "") -> bytes:
    """What the inputs of a test of this submission are drawn with: 32 bytes."""
    secret = bytes.fromhex(os.environ.get(VARIABLE, ""))
    return hmac.digest(secret, digest + test.encode(), "sha256")


def _kept(folder: Path) -> bytes | None:
    """The secret in `folder`, made if there is none; None where that can't be done or others could know it."""
    path = folder / NAME
    with contextlib.suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with contextlib.suppress(FileExistsError):
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with open(descriptor, "wb") as file:
                file.write(secrets.token_bytes(SIZE))
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
        with open(descriptor, "rb") as file:
            about = os.fstat(descriptor)
            mine = not hasattr(os, "geteuid") or (about.st_uid == os.geteuid() and not about.st_mode & 0o077)
            data = file.read(SIZE) if stat.S_ISREG(about.st_mode) and mine else b""
        return data if len(data) == SIZE else None
    return None
