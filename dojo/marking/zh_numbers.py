"""Chinese numerals, alone or mixed with digits: 七十亿, 3万, 一点五亿, 三分之一, 百分之三十, 三万五, 二〇一九."""

from __future__ import annotations

import re
from fractions import Fraction

DIGITS = {"〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
SMALL = {"十": 10, "百": 100, "千": 1000}
LARGE = {"万": 10**4, "亿": 10**8}
NUMERALS = "".join([*DIGITS, *SMALL, *LARGE]) + "点半负"

_TOKEN = re.compile(rf"\d[\d,]*(?:\.\d+)?|[{NUMERALS}]")


class NotANumeralError(ValueError):
    """The text is not a number."""


def read_numeral(text: str) -> Fraction:
    """The value of a numeral. Raises NotANumeralError; ZeroDivisionError for 零分之一."""
    if text.startswith(("负", "-")):
        return -read_numeral(text[1:])
    text = text.lstrip("+")
    bottom, share, top = text.partition("分之")
    if share:
        return _share(top) / _share(bottom)
    if text in ("半", "一半"):
        return Fraction(1, 2)
    return _whole(text)


def _share(text: str) -> Fraction:
    """A side of 分之, where 百 alone is a hundred (百分之五, 百分之百)."""
    return _whole("一" + text if text in SMALL or text in LARGE else text)


def _whole(text: str) -> Fraction:
    if len(text) > 1 and all(char in DIGITS for char in text):
        return Fraction(int("".join(str(DIGITS[char]) for char in text)))  # 二〇一九, digit by digit
    tokens = _TOKEN.findall(_with_point(text))
    if "".join(tokens) != _with_point(text) or not tokens:
        raise NotANumeralError(text)
    return _sum(tokens)


def _with_point(text: str) -> str:
    """一点五亿 -> 1.5亿: digits around 点 become a decimal."""
    match = re.match(rf"([{''.join(DIGITS)}十百千]+|\d+)点([{''.join(DIGITS)}]+|\d+)", text)
    if not match:
        return text
    left = match[1] if match[1].isdecimal() else str(int(_whole(match[1])))
    right = "".join(str(DIGITS.get(char, char)) for char in match[2])
    return f"{left}.{right}{text[match.end() :]}"


def _sum(tokens: list[str]) -> Fraction:
    total = section = Fraction(0)
    digit: Fraction | None = None
    last = 0  # the unit of the token before, 0 after 零
    lowest = 10**4
    for token in tokens:
        if token in SMALL:
            unit = SMALL[token]
            if unit >= lowest or (digit is None and (unit != 10 or section)):
                raise NotANumeralError(token)
            section += (1 if digit is None else digit) * unit
            digit, last, lowest = None, unit, unit
        elif token in LARGE:
            section += digit or 0
            if not section and not (total and token == "亿"):
                raise NotANumeralError(token)
            total = (total + section) * LARGE[token] if token == "亿" else total + section * LARGE[token]
            section, digit, last, lowest = Fraction(0), None, LARGE[token], 10**4
        elif token in ("零", "〇") and len(tokens) > 1:
            last = 0
        elif digit is not None or token in "点半负":
            raise NotANumeralError(token)
        else:
            digit = Fraction(DIGITS[token]) if token in DIGITS else Fraction(token.replace(",", ""))
    if digit is not None:
        # 三万五 is 35,000 and 一百五 is 150; 三万零五 is 30,005.
        section += digit * last / 10 if last > 10 and digit < 10 and tokens[-1] in DIGITS else digit
    return total + section
