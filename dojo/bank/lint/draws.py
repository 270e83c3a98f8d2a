"""Checks what the seeds make of a number question: one answer must not come too often, or it can be remembered."""

from __future__ import annotations

from collections import Counter

from dojo.bank.finding import Report
from dojo.bank.reading import line_at
from dojo.bank.sense import MAX_WORK
from dojo.bank.strict_yaml import Mapping
from dojo.question.kinds import Number
from dojo.question.variant import CannotDrawError, drawn

SEEDS = 200
MOST = 0.42  # a third, and what chance adds to it


def lint_draws(question: Number, node: Mapping, report: Report) -> None:
    if not question.variables:
        return
    cost = SEEDS * sum(map(len, (question.answer, *question.let.values(), *(trap.value for trap in question.traps))))
    report.work += cost
    if report.work > 2 * MAX_WORK:
        report.warning(1, "so many expressions that not every question was tried with all seeds; split the bank")
        return
    try:
        answers = Counter(drawn(question, seed)[1].answer for seed in range(SEEDS))
    except CannotDrawError as error:
        report.error(line_at(node, "answer"), f"no answer for some seed: {error}")
        return
    answer, times = answers.most_common(1)[0]
    if times > MOST * SEEDS:
        line = line_at(node, "variables")
        report.warning(line, f"{times} of {SEEDS} seeds give the answer {answer:.6g}; at most a third should")
