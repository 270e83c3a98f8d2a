"""All of this again as an ordinary user, where these tests are run by root."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
USER = "65533"  # nobody's; not 65534, the id that rooms of root take
# An interpreter in a closed home can be reached where that home is replaced, in this test's own mount namespace only.
OPEN_HOME = """
set -e
mkdir "$KEEP"
mount --bind "$PREFIX" "$KEEP"
mount -t tmpfs -o mode=755 none "$HOME_OF_ROOT"
mkdir -p "$PREFIX"
mount --bind "$KEEP" "$PREFIX"
"""
RUN = f'exec setpriv --reuid {USER} --regid {USER} --clear-groups --inh-caps=-all --bounding-set=-all "$@"'


@pytest.mark.slow
def test_the_walls_stand_for_an_ordinary_user_too(tmp_path_factory: pytest.TempPathFactory) -> None:
    if os.geteuid() != 0:
        pytest.skip("not root: the other tests here ran as an ordinary user")
    if not (shutil.which("setpriv") and shutil.which("unshare")):
        pytest.skip("util-linux with setpriv and unshare is not installed")
    prefix, home = Path(sys.base_prefix).resolve(), Path.home()
    place = Path("/tmp") / f"dojo-ordinary-{os.getpid()}"
    place.mkdir()
    try:
        os.chown(place, int(USER), int(USER))
        script = (OPEN_HOME if home in prefix.parents else "") + RUN
        environment = {
            "PATH": os.environ["PATH"], "HOME": str(place), "TMPDIR": str(place), "PREFIX": str(prefix),
            "HOME_OF_ROOT": str(home), "KEEP": str(place / "keep"), "PYTHONDONTWRITEBYTECODE": "1",
        }  # fmt: skip
        tests = [str(path) for path in sorted(HERE.glob("test_*.py")) if path != Path(__file__)]
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-rs", *tests]
        done = subprocess.run(
            ["unshare", "--mount", "sh", "-c", script, "sh", *command],
            cwd=HERE.parents[2], env=environment, capture_output=True, text=True, timeout=600, check=False,
        )  # fmt: skip
        if done.returncode == 1 and "unshare" in done.stderr:
            pytest.skip(f"no mount namespace to be had: {done.stderr.strip()}")
        assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]
        assert "passed" in done.stdout
        assert "no tier" not in done.stdout, "a tier that root has is missing for an ordinary user"
    finally:
        shutil.rmtree(place)
