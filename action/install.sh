#!/usr/bin/env bash
# Installs this project as the action was checked out, with the versions it was tested with, on the CPU build of PyTorch.
set -euo pipefail
extras=sandbox
[ "$WITH_TORCH" = true ] && extras=torch,sandbox
python -I -m pip install --quiet --disable-pip-version-check --extra-index-url https://download.pytorch.org/whl/cpu \
  -c "$GITHUB_ACTION_PATH/constraints.txt" "$GITHUB_ACTION_PATH[$extras]"
dojo --version
