"""Do two texts in two languages name the same numbers? `1.5 billion` is 15 亿, `two` is 两, `half` is 一半."""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction

from dojo.marking.zh_numbers import DIGITS, LARGE, SMALL, NotANumeralError, read_numeral

# number -> the English words that may stand for it
_SPELLED = {
    "0": "zero no none", "1": "one once single first a an sole", "2": "two twice double second both pair half halves",
    "3": "three thrice triple third thirds", "4": "four fourth quarter quarters", "5": "five fifth", "6": "six sixth",
    "7": "seven seventh", "8": "eight eighth", "9": "nine ninth", "10": "ten tenth tens", "11": "eleven",
    "12": "twelve dozen", "20": "twenty", "30": "thirty", "50": "fifty", "100": "hundred hundreds",
    "1000": "thousand thousands", "1000000": "million millions", "1000000000": "billion billions",
}  # fmt: skip
_MONTHS = """
    january february march april may june july august september october november december
"""
_WORDS = {word: Fraction(number) for number, words in _SPELLED.items() for word in words.split()}
_MONTH = {name: Fraction(number) for number, name in enumerate(_MONTHS.split(), start=1)}
_HALF = {Fraction(1), Fraction(2), Fraction(1, 2)}  # `half` may stand for 1/2 and for 0.5
_MAGNITUDES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_LETTERS = {"k": 10**3, "m": 10**6, "b": 10**9, "t": 10**12}
_NUMBER = re.compile(
    r"(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?:[ -]?(thousand|million|billion|trillion)|([kKMBT])(?![A-Za-z0-9])| ?([千百万亿]+))?"
)
_HAN_RUN = re.compile(rf"[{''.join([*DIGITS, *SMALL, *LARGE])}点半]+")
_TEXT_IN_MATH = re.compile(r"\\(?:text|mathrm)\{[^{}]*\}")
_LONGEST = 40  # of digits; a longer run is no number that anybody compares


def unmatched(en: str, zh: str) -> tuple[list[str], list[str]]:
    """The numbers that only the English and only the Chinese text has, as they are written there."""
    en, zh = (_TEXT_IN_MATH.sub(" ", unicodedata.normalize("NFKC", text)) for text in (en, zh))
    in_en, in_zh = _numbers(en), _numbers(zh)
    spelled_en, spelled_zh = _spelled_en(en), _spelled_zh(zh)
    only_en = [written for value, written in in_en.items() if value not in in_zh and value not in spelled_zh]
    only_zh = [written for value, written in in_zh.items() if value not in in_en and value not in spelled_en]
    return only_en, only_zh


def _numbers(text: str) -> dict[Fraction, str]:
    found: dict[Fraction, str] = {}
    for match in _NUMBER.finditer(text):
        if len(match[0]) > _LONGEST:
            continue
        value = Fraction(match[1].replace(",", ""))
        if word := match[2] or match[3]:
            value *= {**_MAGNITUDES, **_LETTERS}[word.lower()]
        for char in match[4] or "":
            value *= SMALL.get(char) or LARGE[char]
        found[value] = match[0].strip()
    return found


def _spelled_en(text: str) -> set[Fraction]:
    words = re.findall(r"[a-z]+", text.lower())
    found = {table[word] for table in (_WORDS, _MONTH) for word in words if word in table}
    return found | (_HALF if "half" in words else set())


def _spelled_zh(text: str) -> set[Fraction]:
    found: set[Fraction] = set()
    for run in _HAN_RUN.findall(text):
        for piece in {run[:_LONGEST], *run}:
            try:
                found.add(read_numeral(piece))
            except (NotANumeralError, ZeroDivisionError):
                continue
    return found | (_HALF if "半" in text else set())
