"""How exact a number has to be, in words: for the prompt, and for an answer that was close."""

from __future__ import annotations

from dojo.question.kinds import Number, Text


def precision(question: Number) -> Text:
    """A phrase such as "relative error at most 1%"."""
    tolerance = question.tolerance
    if tolerance.absolute is not None:
        size = f"{tolerance.absolute:g}"
        if question.unit == "percent":
            return Text(f"error at most {size} percentage points", f"误差不超过 {size} 个百分点")
        return Text(f"error at most {size}", f"误差不超过 {size}")
    if tolerance.relative is not None:
        size = f"{100 * tolerance.relative:g}%"
        return Text(f"relative error at most {size}", f"相对误差不超过 {size}")
    return Text("exact", "须精确")
