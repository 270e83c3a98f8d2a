"""Where things lie: the content (questions, katas, solutions), the learner's data, and what may be thrown away.

Only paths: whether a folder exists and what is in it is the business of whoever reads it.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from grader.content import content_root

__all__ = ["cache_home", "content_root", "data_home"]

APP = "nlp-dojo"


def data_home(environ: Mapping[str, str]) -> Path:
    """The folder of what the learner did: DOJO_HOME, else the platform's own."""
    if given := environ.get("DOJO_HOME"):
        return Path(given).expanduser()
    from platformdirs import user_data_dir

    return Path(user_data_dir(APP, appauthor=False))


def cache_home(environ: Mapping[str, str]) -> Path:
    """The folder of what can be made again, such as compiled banks; beside the data where DOJO_HOME says where."""
    if given := environ.get("DOJO_HOME"):
        return Path(given).expanduser() / "cache"
    from platformdirs import user_cache_dir

    return Path(user_cache_dir(APP, appauthor=False))
