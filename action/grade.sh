#!/usr/bin/env bash
# Grades what the inputs say and makes the reports. Every input comes as a variable, never as text of this script.
set -euo pipefail
place="$RUNNER_TEMP/nlp-dojo"
mkdir -p "$place/home"
chmod 700 "$place/home"
export DOJO_HOME="$place/home"
[ -n "$DOJO_OWN_CONTENT" ] && export DOJO_CONTENT="$DOJO_OWN_CONTENT"

call=(dojo grade --sandbox require --json "$place/results.json")
[ -n "$DOJO_REQUIRE" ] && call+=(--require "$DOJO_REQUIRE")
[ -n "$DOJO_MIN_SCORE" ] && call+=(--min-score "$DOJO_MIN_SCORE")
[ -n "$DOJO_SHARD" ] && call+=(--shard "$DOJO_SHARD")

if [ "$DOJO_CHANGED_ONLY" = true ]; then
  since=
  case "$GITHUB_EVENT_NAME" in
    pull_request | pull_request_target) since=$PULL_REQUEST_BASE ;;
    push) since=$PUSH_BEFORE ;; # all zeros for a new branch
  esac
  if [ -n "$since" ] && git cat-file -e "$since^{commit}" 2>/dev/null; then
    call+=(--since "$since")
  else
    echo "Everything is graded: there is no earlier commit to compare with."
  fi
fi

paths=()
while IFS= read -r line; do
  [ -n "$line" ] && paths+=("$line")
done <<<"$DOJO_PATHS"

# Hidden files such as .gitkeep, and pages, are nothing that was handed in. If a path is wrong, dojo grade says so.
found=$(find "${paths[@]}" -mindepth 1 -name '.*' -prune -o ! -type d ! -name '*.md' -print -quit) || found=unknown
if [ -z "$found" ]; then
  echo "Nothing has been handed in yet."
  echo "status=0" >>"$GITHUB_OUTPUT"
  exit 0
fi

# What is printed until the token comes again is no command for the runner, whatever a submission is called.
token=$(python -I -c 'import secrets; print(secrets.token_hex(16))')
echo "::stop-commands::$token"
status=0
"${call[@]}" -- "${paths[@]}" || status=$?
echo "::$token::"

{
  echo "status=$status"
  echo "results=$place/results.json"
} >>"$GITHUB_OUTPUT"
[ -f "$place/results.json" ] || exit "$status"
python -I -c 'import json, sys; print("sandbox=" + json.load(open(sys.argv[1], encoding="utf-8"))["sandbox"])' \
  "$place/results.json" >>"$GITHUB_OUTPUT"
dojo report "$place/results.json" --format github
dojo report "$place/results.json" --format junit --output "$place/junit.xml"
dojo report "$place/results.json" --format html --output "$place/board.html"
exit "$status"
