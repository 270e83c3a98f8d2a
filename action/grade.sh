#!/usr/bin/env bash
# Grades what the inputs say and makes the reports. Every input comes as a variable, never as text of this script.
#
# With changed-only, the status, annotations, summary and JUnit are about the members whose folders changed
# (changed.json). The board is about everybody (results.json); the cache has the verdicts of those who didn't change.
set -euo pipefail
place="$RUNNER_TEMP/nlp-dojo"
mkdir -p "$place/home"
chmod 700 "$place/home"
rm -f "$place"/{results,changed}.json "$place/junit.xml" "$place/board.html" # of another step of this job
export DOJO_HOME="$place/home"
[ -n "$DOJO_OWN_CONTENT" ] && export DOJO_CONTENT="$DOJO_OWN_CONTENT"

call=(dojo grade --sandbox require)
[ -n "$DOJO_REQUIRE" ] && call+=(--require "$DOJO_REQUIRE")
[ -n "$DOJO_MIN_SCORE" ] && call+=(--min-score "$DOJO_MIN_SCORE")
[ -n "$DOJO_SHARD" ] && call+=(--shard "$DOJO_SHARD")

since=
if [ "$DOJO_CHANGED_ONLY" = true ]; then
  case "$GITHUB_EVENT_NAME" in
    pull_request | pull_request_target) since=$PULL_REQUEST_BASE ;;
    push) since=$PUSH_BEFORE ;; # all zeros for a new branch
  esac
  if [ -z "$since" ] || ! git cat-file -e "$since^{commit}" 2>/dev/null; then
    echo "Everything is graded: there is no earlier commit to compare with."
    since=
  fi
fi

paths=()
while IFS= read -r line; do
  [ -n "$line" ] && paths+=("$line")
done <<<"$DOJO_PATHS"

# Hidden files such as .gitkeep, and pages, are nothing that was handed in. If a path is wrong, dojo grade says so.
found=$(find "${paths[@]}" -mindepth 1 -name '.*' -prune -o ! -type d ! -name '*.md' -print -quit) || found=unknown
if [ -z "$found" ]; then
  case "$DOJO_LANG" in
    zh) said="还没有人提交。" ;;
    *) said="Nothing has been handed in yet." ;;
  esac
  echo "$said" | tee -a "$GITHUB_STEP_SUMMARY"
  echo "status=0" >>"$GITHUB_OUTPUT"
  exit 0
fi

# Grades into the file $1, with the options that follow, and returns the status. What is printed until the token comes
# again is no command for the runner, whatever a submission is called. What went to standard error is kept in `said`.
grade() {
  local token result=0
  token=$(python -I -c 'import secrets; print(secrets.token_hex(16))')
  echo "::stop-commands::$token"
  { "${call[@]}" --json "$@" -- "${paths[@]}" 2>&1 >&3 | tee "$place/said" >&2; } 3>&1 || result=${PIPESTATUS[0]}
  echo "::$token::"
  return "$result"
}

status=0
graded="$place/results.json"
if [ -n "$since" ]; then
  graded="$place/changed.json"
  grade "$graded" --since "$since" || status=$?
else
  grade "$graded" || status=$?
fi
echo "status=$status" >>"$GITHUB_OUTPUT"
if [ ! -f "$graded" ]; then # indented by four, it is text for the page, whatever it says
  {
    case "$DOJO_LANG" in
      zh) printf '### NLP Dojo：没有评测（状态 %s）\n\n' "$status" ;;
      *) printf '### NLP Dojo: nothing was graded (status %s)\n\n' "$status" ;;
    esac
    tail -c 4000 "$place/said" | tr -d '\r' | sed 's/^/    /'
    echo
  } >>"$GITHUB_STEP_SUMMARY"
  exit "$status"
fi
read -r sandbox members < <(python -I -c 'import json, sys
said = json.load(open(sys.argv[1], encoding="utf-8"))
print(said["sandbox"], len(said["members"]))' "$graded")
echo "sandbox=$sandbox" >>"$GITHUB_OUTPUT"

if [ -n "$since" ]; then
  case "$members-$DOJO_LANG" in
    0-zh) said="自 \`${since:0:7}\` 以来，成员的文件夹没有变化，本次没有需要评测的提交。" ;;
    0-*) said="No member's folder changed since \`${since:0:7}\`, so there is nothing to grade." ;;
    *-zh) said="这里只包括自 \`${since:0:7}\` 以来文件夹有变化的成员。" ;;
    *) said="This page shows only members whose folders changed since \`${since:0:7}\`." ;;
  esac
  case "$DOJO_LANG" in
    zh) said+="\`board.html\` 包括所有成员。" ;;
    *) said+=" \`board.html\` has everybody." ;;
  esac
  printf '%s\n\n' "$said" | tee -a "$GITHUB_STEP_SUMMARY"
fi
[ "$members" = 0 ] && [ -n "$since" ] || dojo report "$graded" --format github
dojo report "$graded" --format junit --output "$place/junit.xml"

if [ -n "$since" ]; then
  echo "Everybody, for the board:"
  grade "$place/results.json" || echo "The status of this step is that of what changed: $status."
fi
if [ -f "$place/results.json" ]; then
  echo "results=$place/results.json" >>"$GITHUB_OUTPUT"
  dojo report "$place/results.json" --format html --output "$place/board.html"
fi
exit "$status"
