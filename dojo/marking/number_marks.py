"""Marks number answers: tolerance, traps, and slips of unit."""

from __future__ import annotations

from fractions import Fraction

from dojo.marking.answer import NumberAnswer
from dojo.marking.mark import RIGHT, WRONG, Note
from dojo.marking.numbers import read_number
from dojo.marking.precision import precision
from dojo.question.kinds import Number, Scalar, Text, Tolerance
from dojo.question.variant import Asked

_BINARY_NOISE = Fraction(1, 10**9)  # 0.1 + 0.2 must not be wrong by what a float can't hold
_CLOSE = 5  # an answer within so many tolerances is close
_UNIT_FACTORS = {
    Fraction(base) ** power: str(base**power) for base in (1000, 1024) for power in (1, 2, 3)
} | {Fraction(8): "8", Fraction(100): "100"}  # fmt: skip


def mark_number(asked: Asked, question: Number, answer: NumberAnswer) -> tuple[Fraction, list[Note]]:
    """1 or 0. A trap is never right, not even within the tolerance: whichever of answer and traps is nearer, counts."""
    value = read_number(answer.written, question.unit)
    off = abs(value - Fraction(asked.answer))
    for trap in sorted(asked.traps, key=lambda trap: abs(value - Fraction(trap.value))):
        if abs(value - Fraction(trap.value)) < off and within(value, trap.value, question.tolerance):
            return WRONG, [Note(trap.why, "trap", Text(answer.written, answer.written))]
    if within(value, asked.answer, question.tolerance):
        return RIGHT, []
    factor = _unit_slip(value, asked.answer, question.tolerance)
    if factor is None:
        return WRONG, _close(value, asked, question)
    en = f"Off by a factor of {factor} exactly: check the unit."
    return WRONG, [Note(Text(en, f"恰好差了 {factor} 倍：检查一下单位。"), "unit")]


def _close(value: Fraction, asked: Asked, question: Number) -> list[Note]:
    """How exact the answer has to be, where it is close."""
    tolerance = question.tolerance
    wider = Tolerance(
        relative=tolerance.relative * _CLOSE if tolerance.relative is not None else None,
        absolute=tolerance.absolute * _CLOSE if tolerance.absolute is not None else None,
    )
    if tolerance.exact or not within(value, asked.answer, wider):
        return []
    due = precision(question)
    return [Note(Text(f"Close, but not close enough: {due.en}.", f"很接近，但不够精确：{due.zh}。"), "close")]


def within(value: Fraction, answer: Scalar, tolerance: Tolerance) -> bool:
    """Is `value` as near to `answer` as the tolerance asks?"""
    right = Fraction(answer)
    allowed = Fraction(0)
    if tolerance.absolute is not None:
        allowed = Fraction(tolerance.absolute)
    elif tolerance.relative is not None:
        allowed = abs(right) * Fraction(tolerance.relative)
    noise = Fraction(0) if isinstance(answer, int) and not allowed else _BINARY_NOISE * max(abs(right), allowed)
    return abs(value - right) <= allowed + noise


def _unit_slip(value: Fraction, answer: Scalar, tolerance: Tolerance) -> str | None:
    if not value or not answer:
        return None
    for factor, name in _UNIT_FACTORS.items():
        if any(within(other, answer, tolerance) for other in (value * factor, value / factor)):
            return name
    return None
