"""The right answer to what was asked, in the letters and numbers that were shown."""

from __future__ import annotations

from dojo.marking.answer import LETTERS
from dojo.question.kinds import Boolean, Choice, Lang, Multi, Number, Open, Scalar, Term, Text
from dojo.question.variant import Asked


def correct(asked: Asked) -> Text:
    question = asked.question
    if isinstance(question, Boolean):
        return Text("true", "对") if question.answer else Text("false", "错")
    if isinstance(question, (Choice, Multi)):
        right = [shown for shown, place in enumerate(asked.order) if question.options[place].right]
        return _joined([(Text(f"{LETTERS[shown]}: ", f"{LETTERS[shown]}："), asked.shown[shown]) for shown in right])
    if isinstance(question, Number):
        value = _number(asked.answer)
        return Text(_in_unit(value, asked.unit, "en"), _in_unit(value, asked.unit, "zh"))
    if isinstance(question, Term):
        answers = question.answers
        return Text((answers.en or answers.zh)[0], (answers.zh or answers.en)[0])
    if isinstance(question, Open):
        numbers = [f"{number}. " for number in range(1, len(question.rubric) + 1)]
        return _joined([(Text(n, n), point.point) for n, point in zip(numbers, question.rubric, strict=True)])
    where = {place: shown for shown, place in enumerate(asked.order)}
    if asked.kind == "order":
        line = " ".join(LETTERS[where[place]] for place in range(len(asked.order)))
    else:
        line = " ".join(f"{LETTERS[place]}{where[place] + 1}" for place in range(len(asked.left)))
    return Text(line, line)


def _in_unit(value: str, unit: str | None, lang: Lang) -> str:
    if not unit:
        return value
    from dojo.marking.units import unit_name

    name = unit_name(unit, lang)
    return value + name if name == "%" else f"{value} {name}"


def _number(value: Scalar) -> str:
    """As people write it: thousands parted, six digits of a fraction."""
    if isinstance(value, int) or 1e5 <= abs(value) < 1e15:
        return f"{value:,.0f}" if isinstance(value, float) else f"{value:,}"
    return f"{value:.6g}"


def _joined(parts: list[tuple[Text, Text]]) -> Text:
    """Label and text of each part; a semicolon follows, so a full stop goes."""
    en = "; ".join(label.en + text.en.rstrip(" .") for label, text in parts)
    return Text(en, "；".join(label.zh + text.zh.rstrip(" 。") for label, text in parts))
