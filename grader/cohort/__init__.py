"""Many submissions: found in folders, cached, graded by several processes. Verdicts come from `grader.judge`."""
