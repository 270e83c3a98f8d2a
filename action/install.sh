#!/usr/bin/env bash
# Installs this project as the action was checked out, with the versions it was tested with. Only PyTorch itself, in its
# CPU build, comes from PyTorch's own index: a second index for everything could answer for any package.
set -euo pipefail
pip=(python -I -m pip install --quiet --disable-pip-version-check -c "$GITHUB_ACTION_PATH/constraints.txt")
extras=sandbox
if [ "$WITH_TORCH" = true ]; then
  "${pip[@]}" --no-deps --index-url https://download.pytorch.org/whl/cpu torch
  extras=torch,sandbox
fi
"${pip[@]}" "$GITHUB_ACTION_PATH[$extras]"
dojo --version
