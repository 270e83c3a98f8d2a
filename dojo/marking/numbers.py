"""Reads a number as a learner writes it: `1,024`, `7B`, `2 GiB`, `1/3`, `1.5e9`, `１２`, `三分之一`, `七十亿`.

Returns exact fractions in the unit that was asked for. Whether the number is right is `marking`'s work.
"""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction

from dojo.marking.answer import AnswerError
from dojo.marking.folding import visible
from dojo.marking.units import UnknownUnitError, factor, unit_name
from dojo.marking.zh_numbers import NUMERALS, NotANumeralError, read_numeral
from dojo.question.kinds import Text

MAX_WRITTEN = 80
MAX_EXPONENT = 300

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
_DECIMAL = r"(?:[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{0,2}(?: \d{3})+|\d+(?:_\d+)*)(?:\.\d*)?|\.\d+"
_TIMES_TEN = r"(?:[eE]([-+]?\d{1,4})|\s*[x×*·]\s*10\s*(?:\^|\*\*)\s*\(?([-+]?\d{1,4})\)?)"
_SIMPLE = re.compile(rf"({_DECIMAL})(?:{_TIMES_TEN})?")
_POWER = re.compile(r"(\d{1,6})\s*(?:\^|\*\*)\s*\(?([-+]?\d{1,4})\)?")
_COMMA_AS_POINT = re.compile(r"\d。\d|(?<![\d,.])0,\d|(?<![\d,.])\d+,\d{1,2}(?![\d,])")
_BARE = re.compile(r"\d*\.\d+")
_HAN_RUN = re.compile(rf"[-+]?(?:[{NUMERALS}\d.,]|分之)+")


def read_number(written: str, unit: str | None) -> Fraction:
    """The number in `unit`. A share (`1/3`, `三分之一`) where percent is asked counts as that many hundredths.

    Raises AnswerError, which says how to write it.
    """
    text = _fold(written)
    if not text or len(text) > MAX_WRITTEN:
        raise _error(unit)
    try:
        value, rest, share = _value(text)
        return value * factor(rest, unit, share=share)
    except (UnknownUnitError, NotANumeralError, ZeroDivisionError):
        raise _error(unit) from None


def refuse_unclear(written: str, unit: str | None) -> None:
    """Raises AnswerError for what is a number, but perhaps not the one that is meant; it says how to write either."""
    text = _fold(written)
    if _COMMA_AS_POINT.search(text):
        clear = re.sub(r"(?<=\d)[,。](?=\d)", ".", text)
        like = clear if _BARE.fullmatch(clear) else "0.5"
        raise AnswerError(Text(f"a number with a point, like {like}", f"一个数，小数点用“.”，例如 {like}"))
    if unit == "percent" and (match := _BARE.fullmatch(text)) and 0 < (share := Fraction(match[0])) < 1:
        whole = f"{float(share * 100):.6g}"
        zh = f"一个百分数：想说 {whole}% 就写 {whole}，想说 {text}% 就写 {text}%"
        raise AnswerError(Text(f"a percentage: write {whole} for {whole}%, or {text}% if you mean that", zh))


def _fold(written: str) -> str:
    text = visible(written)
    text = re.sub(r"[⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺]+", lambda run: "^" + run[0].translate(_SUPERSCRIPTS), text)
    text = re.sub(r"(?<=\d)\s*(?=[\u00bc-\u00be\u2150-\u215e])", " + ", text)  # 3½ must not become 31/2
    text = unicodedata.normalize("NFKC", text)
    text = re.sub(r"[−–—‐‑]", "-", text.replace("⁄", "/"))
    return re.sub(r"\s+", " ", text).strip().lstrip("=≈~约 ").rstrip(". 。")


def _value(text: str) -> tuple[Fraction, str, bool]:
    """The value, what stands behind it, and whether it was written as a share."""
    run = _HAN_RUN.match(text)
    if run and any(char in NUMERALS for char in run[0]):
        return read_numeral(run[0]), text[run.end() :].strip(), "分之" in run[0] or "半" in run[0]
    sign = -1 if text.startswith("-") else 1
    text = text.lstrip("+-").lstrip() if text[:1] in "+-" and text[1:2] not in "+-" else text
    top, rest = _simple(text)
    if rest.lstrip().startswith("/"):
        bottom, rest = _simple(rest.lstrip()[1:].lstrip())
        return sign * top / bottom, rest.strip(), True
    return sign * top, rest.strip(), False


def _simple(text: str) -> tuple[Fraction, str]:
    power = _POWER.match(text)
    if power:
        return _power(int(power[1]), int(power[2])), text[power.end() :]
    number = _SIMPLE.match(text)
    if number is None:
        raise NotANumeralError(text)
    value = Fraction("0" + re.sub(r"[, _]", "", number[1]).rstrip("."))
    exponent = number[2] or number[3]
    rest = text[number.end() :]
    if rest[:1].isdigit() or rest[:1] in (".", ","):
        raise NotANumeralError(text)  # 1,02 or 1.2.3: which number is meant can't be known
    return (value * _power(10, int(exponent)) if exponent else value), rest


def _power(number: int, exponent: int) -> Fraction:
    if abs(exponent) > MAX_EXPONENT:
        raise NotANumeralError("too large")
    return Fraction(number) ** exponent


def _error(unit: str | None) -> AnswerError:
    if unit is None:
        zh = "一个数，例如 42、0.25、1/3、1.5e9 或七十亿"
        return AnswerError(Text("a number, like 42, 0.25, 1/3, 1.5e9 or 7B", zh))
    en, zh = unit_name(unit, "en"), unit_name(unit, "zh")
    return AnswerError(
        Text(f"a number in {en}, like 42, 1.5e9 or 1/3", f"一个数（单位：{zh}），例如 42、1.5e9 或 三分之一")
    )
