"""Where the content lies: `questions/ katas/ solutions/` in one folder. Only the path; nothing is read."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

PACKAGES = Path(__file__).resolve().parent.parent


def content_root(environ: Mapping[str, str]) -> Path:
    """DOJO_CONTENT (another group's folder), else the wheel's own `dojo/content`, else the checkout."""
    if given := environ.get("DOJO_CONTENT"):
        return Path(given).expanduser().resolve()
    shipped = PACKAGES / "dojo" / "content"
    return shipped if shipped.is_dir() else PACKAGES
