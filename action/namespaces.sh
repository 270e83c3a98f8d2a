#!/usr/bin/env bash
# Ubuntu 24.04 denies user namespaces to ordinary programs, which the sandbox's tier `full` needs. A hosted runner is
# thrown away after the job, so allowing them there, to all programs, is the smaller risk. Where it fails, `locked` is
# what is left, and the summary says so.
set -euo pipefail
setting=${1:-/proc/sys/kernel/apparmor_restrict_unprivileged_userns}
if [ -r "$setting" ] && [ "$(cat "$setting")" = 1 ]; then
  sudo sysctl -q -w kernel.apparmor_restrict_unprivileged_userns=0 || echo "user namespaces stay denied"
fi
