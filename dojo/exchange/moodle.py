"""Moodle XML in one language: each kind as Moodle's own question type, with feedback for every wrong answer."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree import ElementTree as ET

from dojo.exchange.html import to_html, to_html_inline
from dojo.exchange.left_out import MARKING, NUMBERS, PRINTS, Loss
from dojo.exchange.spoken import back
from dojo.question.kinds import Boolean, Choice, Lang, Match, Multi, Number, Open, Order, Term, Text
from dojo.question.template import plain
from dojo.question.variant import Asked

LOSSES = (
    NUMBERS,
    MARKING,
    PRINTS,
    Loss(
        Text("all questions: the Chinese texts (--lang zh writes them)", "全部题目：英文文本（用 --lang en 输出）"),
        bool,
    ),
)
# The shares of a mark that Moodle takes for one of several right or wrong answers.
_SHARES = {1: "100", 2: "50", 3: "33.33333", 4: "25", 5: "20", 6: "16.66667", 7: "14.28571", 8: "12.5"}
TYPES = {
    "choice": "multichoice", "multi": "multichoice", "boolean": "truefalse", "number": "numerical",
    "text": "shortanswer", "order": "ordering", "match": "matching", "open": "essay",
}  # fmt: skip

# Each pair of steps counts, as it does here.
_ORDERING = {
    "layouttype": "VERTICAL",
    "selecttype": "ALL",
    "selectcount": "0",
    "gradingtype": "RELATIVE_ALL_PREVIOUS_AND_NEXT",
    "showgrading": "SHOW",
    "numberingstyle": "none",
    "shownumcorrect": "1",
}


def to_moodle(asked: Iterable[Asked], lang: Lang) -> bytes:
    """The questions as one quiz file, by category."""
    root = ET.Element("quiz")
    topic = ""
    for one in asked:
        if one.question.topic != topic:
            topic = one.question.topic
            category = ET.SubElement(root, "question", type="category")
            ET.SubElement(ET.SubElement(category, "category"), "text").text = f"$course$/top/NLP Dojo/{topic}"
        _question(ET.SubElement(root, "question", type=TYPES[one.kind]), one, lang)
    ET.indent(root, " ")
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode").encode() + b"\n"


def _question(into: ET.Element, asked: Asked, lang: Lang) -> None:
    question = asked.question
    _plain(ET.SubElement(into, "name"), question.id)
    _html(ET.SubElement(into, "questiontext"), _stem(asked, lang))
    _html(ET.SubElement(into, "generalfeedback"), _told(asked, lang))
    _field(into, "defaultgrade", "1")
    _field(into, "idnumber", question.id)
    if isinstance(question, (Choice, Multi)):
        _options(into, question, lang)
    elif isinstance(question, Boolean):
        for value in (True, False):
            _answer(into, "true" if value else "false", "100" if value == question.answer else "0", None, lang)
    elif isinstance(question, Number):
        _numbers(into, asked, question, lang)
    elif isinstance(question, Term):
        _field(into, "usecase", "0")
        for word in question.answers.all():
            _answer(into, word, "100", None, lang)
        for near in question.near_misses:
            for word in near.text.all():
                _answer(into, word, "0", near.why, lang)
    elif isinstance(question, Match):
        _field(into, "shuffleanswers", "true")
        for pair in question.pairs:
            _sub(into, to_html_inline(pair.left.of(lang)), pair.right.of(lang))
        for extra in question.extra:
            _sub(into, "", extra.of(lang))
    elif isinstance(question, Order):
        for name, setting in _ORDERING.items():
            _field(into, name, setting)
        for place, item in enumerate(question.items, start=1):
            _html(ET.SubElement(into, "answer", fraction=f"{place}.0000000"), item.of(lang), inline=True)
    else:
        _field(into, "responseformat", "editor")
        _html(ET.SubElement(into, "graderinfo"), back(asked, lang))
    if asked.hint is not None:
        _html(ET.SubElement(into, "hint"), asked.hint.of(lang))
    tags = ET.SubElement(into, "tags")
    for tag in (question.topic, f"level-{question.level}"):
        _plain(ET.SubElement(tags, "tag"), tag)


def _stem(asked: Asked, lang: Lang) -> str:
    """The stem; a unit stands in brackets, since only the number is typed."""
    if asked.unit is None:
        return asked.stem.of(lang)
    from dojo.marking.units import unit_name

    return f"{asked.stem.of(lang)} [{unit_name(asked.unit, lang)}]"


def _told(asked: Asked, lang: Lang) -> str:
    """The explanation; a learner of an open question sees the points, too."""
    return back(asked, lang) if isinstance(asked.question, Open) else asked.explanation.of(lang)


def _options(into: ET.Element, question: Choice | Multi, lang: Lang) -> None:
    right = sum(option.right for option in question.options)
    wrong = len(question.options) - right
    _field(into, "single", "true" if isinstance(question, Choice) else "false")
    _field(into, "shuffleanswers", "true" if question.shuffle else "false")
    _field(into, "answernumbering", "abc")
    for option in question.options:
        lost = "0" if isinstance(question, Choice) or not wrong else f"-{_SHARES.get(wrong, '10')}"
        share = _SHARES.get(right, "10") if option.right else lost
        _answer(into, to_html_inline(option.text.of(lang)), share, option.why, lang, form="html")


def _numbers(into: ET.Element, asked: Asked, question: Number, lang: Lang) -> None:
    tolerance = question.tolerance
    margin = tolerance.absolute or 0.0
    if tolerance.relative is not None:
        margin = abs(asked.answer) * tolerance.relative
    elif tolerance.absolute is None and isinstance(asked.answer, float):
        margin = abs(asked.answer) * 1e-9
    for value, share, why in ((asked.answer, "100", None), *((trap.value, "0", trap.why) for trap in asked.traps)):
        answer = _answer(into, plain(value), share, why, lang)
        _field(answer, "tolerance", plain(margin))


def _answer(
    into: ET.Element, text: str, share: str, why: Text | None, lang: Lang, form: str = "moodle_auto_format"
) -> ET.Element:
    answer = ET.SubElement(into, "answer", fraction=share, format=form)
    ET.SubElement(answer, "text").text = text
    if why is not None:
        _html(ET.SubElement(answer, "feedback"), why.of(lang))
    return answer


def _sub(into: ET.Element, left: str, right: str) -> None:
    sub = ET.SubElement(into, "subquestion", format="html")
    ET.SubElement(sub, "text").text = left
    _plain(ET.SubElement(sub, "answer"), right)


def _html(into: ET.Element, source: str, inline: bool = False) -> None:
    into.set("format", "html")
    ET.SubElement(into, "text").text = to_html_inline(source) if inline else to_html(source)


def _plain(into: ET.Element, text: str) -> None:
    ET.SubElement(into, "text").text = text


def _field(into: ET.Element, name: str, text: str) -> None:
    ET.SubElement(into, name).text = text
