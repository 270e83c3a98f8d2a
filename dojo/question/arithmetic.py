"""Works a number question out: from drawn variables to derived values, the answer and the traps."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from dojo.question.expression import Fault, evaluate
from dojo.question.kinds import Number, Scalar, Value


class Worked(Struct, frozen=True):
    """`names` are variables and derived values. A trap that has no value for these variables is None."""

    names: dict[str, Value]
    answer: Scalar = 0
    traps: tuple[Scalar | None, ...] = ()
    fault: str | None = None


def work_out(question: Number, variables: Mapping[str, Value]) -> Worked:
    names: dict[str, Value] = dict(variables)
    for name, source in question.let.items():
        value = evaluate(source, names)
        if isinstance(value, Fault):
            return Worked(names, fault=value.message)
        names[name] = value
    answer = evaluate(question.answer, names)
    if isinstance(answer, Fault):
        return Worked(names, fault=answer.message)
    if isinstance(answer, list):
        return Worked(names, fault=f"`{question.answer}` is a list; the answer is one number")
    traps = (evaluate(trap.value, names) for trap in question.traps)
    return Worked(names, answer, tuple(None if isinstance(trap, (Fault, list)) else trap for trap in traps))
