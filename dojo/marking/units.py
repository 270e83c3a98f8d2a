"""Units and magnitudes behind a number: `7B` of parameters, `2 GiB`, `3 万`, `30%`, `16 bits` where bytes are asked.

A `B` is a byte where bytes are asked and a billion elsewhere. Which unit a question asks for is the bank's.
"""

from __future__ import annotations

import re
from fractions import Fraction

from dojo.question.kinds import Lang

DECIMAL = {
    "": 1, "k": 10**3, "thousand": 10**3, "m": 10**6, "mn": 10**6, "million": 10**6, "g": 10**9, "b": 10**9,
    "bn": 10**9, "billion": 10**9, "t": 10**12, "trillion": 10**12, "p": 10**15,
    "千": 10**3, "万": 10**4, "百万": 10**6, "千万": 10**7, "亿": 10**8, "十亿": 10**9, "万亿": 10**12,
}  # fmt: skip
BINARY = {"ki": 2**10, "mi": 2**20, "gi": 2**30, "ti": 2**40, "pi": 2**50}
MAGNITUDES = {**DECIMAL, **BINARY}

# unit -> what it may be called -> how many of the unit one of these is
UNITS: dict[str, dict[str, Fraction]] = {
    "bytes": {
        **dict.fromkeys(("b", "byte", "bytes", "字节", "个字节"), Fraction(1)),
        **dict.fromkeys(("bit", "bits", "比特", "位"), Fraction(1, 8)),
    },
    "bits": {
        **dict.fromkeys(("b", "bit", "bits", "比特", "位"), Fraction(1)),
        **dict.fromkeys(("byte", "bytes", "字节"), Fraction(8)),
    },
    "nats": dict.fromkeys(("nat", "nats", "奈特"), Fraction(1)),
    "params": dict.fromkeys(("param", "params", "parameter", "parameters", "参数", "个参数", "个"), Fraction(1)),
    "tokens": dict.fromkeys(("token", "tokens", "个token", "词元", "个词元", "个"), Fraction(1)),
    "flops": dict.fromkeys(("flop", "flops", "次浮点运算", "次"), Fraction(1)),
    "percent": dict.fromkeys(("%", "percent", "per cent", "pct"), Fraction(1)),
    "seconds": {
        **dict.fromkeys(("s", "sec", "second", "seconds", "秒"), Fraction(1)),
        **dict.fromkeys(("ms", "millisecond", "milliseconds", "毫秒"), Fraction(1, 1000)),
        **dict.fromkeys(("min", "minute", "minutes", "分钟"), Fraction(60)),
    },
}


# How a unit is called on a page in Chinese; others (GiB, heads…) stand as the bank has them.
_CHINESE = {
    "bytes": "字节", "bits": "比特", "nats": "奈特", "params": "个参数", "tokens": "个 token", "flops": "次浮点运算",
    "percent": "%", "seconds": "秒", "steps": "步", "layers": "层", "heads": "个头", "samples": "个样本",
    "examples": "个样本", "documents": "篇文档", "requests": "个请求", "words": "个词", "gpus": "张 GPU",
}  # fmt: skip
_ENGLISH = {"params": "parameters", "flops": "FLOPs", "percent": "%"}


class UnknownUnitError(ValueError):
    """What stands behind the number is no unit that fits."""


def unit_name(unit: str, lang: Lang) -> str:
    """The unit as it is written behind a number."""
    return (_CHINESE if lang == "zh" else _ENGLISH).get(unit.strip().lower(), unit)


def factor(suffix: str, unit: str | None, *, share: bool = False) -> Fraction:
    """What one of `suffix` is in `unit`; a bare number is in `unit` already, a bare share of percent is not."""
    if unit is None:
        return Fraction(1, 100) if suffix.strip() == "%" else _magnitude(suffix.strip().lower())
    unit_base, names, scale = _resolve(unit)
    if unit_base == "bits":
        suffix = re.sub(r"B$", "bytes", suffix.strip())  # Kb are bits, KB are bytes; where bytes are asked both are
    suffix = suffix.strip().lower()
    if not suffix:
        return Fraction(100 if share and unit_base == "percent" else 1)
    if suffix in names:
        return names[suffix] / scale
    for name in sorted(names, key=len, reverse=True):
        if suffix.endswith(name) and (head := suffix[: -len(name)].strip()) in MAGNITUDES:
            return MAGNITUDES[head] * names[name] / scale
    return _magnitude(suffix) / scale


def _resolve(unit: str) -> tuple[str, dict[str, Fraction], Fraction]:
    """The unit's family, its names, and its size there: GiB is 2**30 of bytes; an unknown unit is its own family."""
    name = unit.strip().lower()
    if name in UNITS:
        return name, UNITS[name], Fraction(1)
    for base, names in UNITS.items():
        for alias, size in names.items():
            if name == alias and alias not in MAGNITUDES:
                return base, names, size
    if match := re.fullmatch(r"([kmgtp]i?)b", name):
        return "bytes", UNITS["bytes"], Fraction(MAGNITUDES[match[1]])
    singular = name.removesuffix("s")
    return name, dict.fromkeys((name, singular, singular + "s", "个"), Fraction(1)), Fraction(1)


def _magnitude(word: str) -> Fraction:
    if word not in MAGNITUDES:
        raise UnknownUnitError(word)
    return Fraction(MAGNITUDES[word])
