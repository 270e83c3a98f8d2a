"""From a typed line to an answer: the grammar of plain mode, and of the fields of the full screen.

Forgiving of width, case, separators and surplus space; what can't be understood is asked again, never marked. An empty
line skips, which is the caller's to see to.
"""

from __future__ import annotations

import re
import unicodedata

from dojo.marking.answer import (
    LETTERS,
    AnswerError,
    AnyAnswer,
    BooleanAnswer,
    ChoiceAnswer,
    MatchAnswer,
    MultiAnswer,
    NumberAnswer,
    OpenAnswer,
    OrderAnswer,
    TextAnswer,
)
from dojo.question.kinds import Lang, Open, Text
from dojo.question.variant import Asked

MAX_LINE = 500
MAX_WORDS = 20_000

_TRUE = ("t", "true", "y", "yes", "对", "是", "真", "正确", "对的", "是的", "√", "✓", "✔")
_FALSE = ("f", "false", "n", "no", "错", "否", "假", "错误", "错的", "不对", "不是", "不", "×", "✗", "✘")
_NONE = ("0", "none", "no", "-", "无", "没有")
_BETWEEN = re.compile(r"[\s,;、。.()\[\]>→/|&+-]+")
_PAIR = re.compile(r"([a-z])[\s:=>→-]*(\d)")


def parse(asked: Asked, line: str, lang: Lang = "en") -> AnyAnswer:
    """The answer that `line` gives. Raises AnswerError, which says what would be understood."""
    line = line if line.isascii() else _visible(line)
    if asked.kind == "open":
        words = _printable(line).strip()
        if not words or len(words) > MAX_WORDS:
            raise AnswerError(expected(asked))
        return OpenAnswer(words)
    if len(line) > MAX_LINE:
        raise AnswerError(expected(asked))
    if asked.kind == "number":
        from dojo.marking.numbers import read_number, refuse_unclear

        refuse_unclear(line, asked.unit)
        read_number(line, asked.unit)
        return NumberAnswer(_printable(line).strip())
    if asked.kind == "text":
        from dojo.marking.folding import fold

        if not fold(line):
            raise AnswerError(expected(asked))
        return TextAnswer(_printable(line).strip())
    folded = _fold(line)
    if asked.kind == "boolean":
        return _boolean(asked, folded)
    if asked.kind == "match":
        return _match(asked, folded)
    places = _places(asked, folded, len(asked.shown))
    if asked.kind == "choice" and len(places) == 1:
        return ChoiceAnswer(places[0])
    if asked.kind == "multi":
        return MultiAnswer(tuple(sorted(set(places))))
    if asked.kind == "order" and sorted(places) == list(range(len(asked.shown))):
        return OrderAnswer(tuple(places))
    raise AnswerError(expected(asked))


def parse_points(asked: Asked, line: str) -> tuple[int, ...]:
    """The second line of an open question: which points of the rubric were said, `1 3`; `0` is none.

    Raises AnswerError.
    """
    assert isinstance(asked.question, Open)
    folded = _fold(_visible(line))
    if folded in _NONE:
        return ()
    count = len(asked.question.rubric)
    numbers = [part for part in _BETWEEN.split(folded) if part]
    if not numbers or any(not (part.isascii() and part.isdigit() and len(part) <= count) for part in numbers):
        raise AnswerError(_points_expected(count))
    places = {int(digit) - 1 for part in numbers for digit in part}
    if min(places) < 0 or max(places) >= count:
        raise AnswerError(_points_expected(count))
    return tuple(sorted(places))


def expected(asked: Asked) -> Text:
    """What an answer to this question looks like, in one line."""
    count = len(asked.shown)
    last, shown = LETTERS[max(count - 1, 0)], " ".join(reversed(LETTERS[:count]))
    if asked.kind == "choice":
        return Text(f"one letter, a to {last}, or its number", f"一个字母（a 到 {last}）或它的序号")
    if asked.kind == "multi":
        zh = f"所有正确项的字母（a 到 {last}），例如：a c"
        return Text(f"the letters of all right ones, a to {last}, like: a c", zh)
    if asked.kind == "order":
        zh = f"按正确顺序写出全部 {count} 个字母，例如：{shown}"
        return Text(f"all {count} letters in the right order, like: {shown}", zh)
    if asked.kind == "match":
        like = " ".join(f"{LETTERS[left]}{(left + 1) % count + 1}" for left in range(len(asked.left)))
        zh = f"每个字母配一个数字，数字不重复，例如：{like}"
        return Text(f"a number for every letter, each once, like: {like}", zh)
    if asked.kind == "boolean":
        return Text("t or f (true or false)", "对 或 错（t 或 f）")
    if asked.kind == "text":
        return Text("a word or a short phrase", "一个词或短语")
    if asked.kind == "open":
        return Text("your answer in words, one line", "用自己的话作答，写成一行")
    unit = ("", "")
    if asked.unit:
        from dojo.marking.units import unit_name

        unit = (f", in {unit_name(asked.unit, 'en')}", f"，单位：{unit_name(asked.unit, 'zh')}")
    return Text(f"a number, like 42, 0.25, 1/3 or 1.5e9{unit[0]}", f"一个数，例如 42、0.25、1/3 或 1.5e9{unit[1]}")


def _points_expected(count: int) -> Text:
    zh = f"说到的要点的序号（1 到 {count}），例如：1 3；没有就写 0"
    return Text(f"the numbers of the points you said, 1 to {count}, like: 1 3; 0 for none", zh)


def _visible(line: str) -> str:
    from dojo.marking.folding import visible

    return visible(line)


def _printable(line: str) -> str:
    """The line without control characters and lone surrogates, which could spoil a log or a screen."""
    return "".join(
        char if char == "\n" or unicodedata.category(char) not in ("Cc", "Cs", "Co", "Cn") else " " for char in line
    )


def _fold(line: str) -> str:
    return unicodedata.normalize("NFKC", _printable(line)).casefold().strip()


def _boolean(asked: Asked, folded: str) -> BooleanAnswer:
    word = folded.strip(".!。 ")
    if word in _TRUE or word in _FALSE:
        return BooleanAnswer(word in _TRUE)
    raise AnswerError(expected(asked))


def _places(asked: Asked, folded: str, count: int) -> list[int]:
    """Letters or numbers of what is shown, with or without anything between them."""
    places = []
    for char in _BETWEEN.sub("", folded):
        place = LETTERS.find(char) if char in LETTERS else "123456789".find(char)
        if not 0 <= place < count:
            raise AnswerError(expected(asked))
        places.append(place)
    if not places:
        raise AnswerError(expected(asked))
    return places


def _match(asked: Asked, folded: str) -> MatchAnswer:
    pairs = _PAIR.findall(folded)
    rest = _BETWEEN.sub("", _PAIR.sub("", folded))
    sides = {LETTERS.index(left): int(right) - 1 for left, right in pairs}
    complete = sorted(sides) == list(range(len(asked.left))) and len(pairs) == len(sides)
    inside = all(0 <= right < len(asked.shown) for right in sides.values())
    if rest or not complete or not inside or len(set(sides.values())) < len(sides):
        raise AnswerError(expected(asked))
    return MatchAnswer(tuple(sides[left] for left in range(len(asked.left))))
