"""Numbers as learners write them."""

from __future__ import annotations

from contextlib import suppress
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dojo.marking.answer import AnswerError
from dojo.marking.numbers import read_number, refuse_unclear
from dojo.marking.units import unit_name

THIRD = Fraction(1, 3)


@pytest.mark.parametrize(
    ("written", "unit", "value"),
    [
        ("42", None, 42),
        ("-3", None, -3),
        ("−3", None, -3),
        ("+3", None, 3),
        ("0.25", None, Fraction(1, 4)),
        (".25", None, Fraction(1, 4)),
        ("1.", None, 1),
        ("1,024", None, 1024),
        ("1，024", None, 1024),
        ("12,345,678.5", None, Fraction(24691357, 2)),
        ("1 024", None, 1024),
        ("1_024", None, 1024),
        ("１２．５", None, Fraction(25, 2)),
        ("1.5e9", None, 1_500_000_000),
        ("5E-4", None, Fraction(1, 2000)),
        ("1.5 × 10^9", None, 1_500_000_000),
        ("1.5*10**9", None, 1_500_000_000),
        ("1.5·10⁹", None, 1_500_000_000),
        ("10⁻³", None, Fraction(1, 1000)),
        ("2^30", None, 2**30),
        ("2**-3", None, Fraction(1, 8)),
        ("1/3", None, THIRD),
        ("１／３", None, THIRD),
        ("-1/3", None, -THIRD),
        ("½", None, Fraction(1, 2)),
        ("≈ 3", None, 3),
        ("7B", None, 7 * 10**9),
        ("2k", None, 2000),
        ("30%", None, Fraction(3, 10)),
        ("7B", "params", 7 * 10**9),
        ("7 b", "params", 7 * 10**9),
        ("175 billion", "params", 175 * 10**9),
        ("1750亿参数", "params", 175 * 10**9),
        ("七十亿", "params", 7 * 10**9),
        ("7B", "bytes", 7),
        ("7 GB", "bytes", 7 * 10**9),
        ("2 GiB", "bytes", 2**31),
        ("2 gib", "bytes", 2**31),
        ("16 bits", "bytes", 2),
        ("4 KiB", "bits", 2**15),
        ("16", "GiB", 16),
        ("16 GiB", "GiB", 16),
        ("17179869184 bytes", "GiB", 16),
        ("32 Mi", "bytes", 2**25),
        ("30%", "percent", 30),
        ("30", "percent", 30),
        ("0.3", "percent", Fraction(3, 10)),
        ("1/3", "percent", 100 * THIRD),
        ("百分之三十", "percent", 30),
        ("百分之百", "percent", 100),
        ("50 ms", "seconds", Fraction(1, 20)),
        ("12 heads", "heads", 12),
        ("1 head", "heads", 1),
        ("5 个", "tokens", 5),
        ("2K tokens", "tokens", 2000),
        ("三分之一", None, THIRD),
        ("负二", None, -2),
        ("3万", None, 30_000),
        ("3万5千", None, 35_000),
        ("三万五", None, 35_000),
        ("三万零五", None, 30_005),
        ("两千三百", None, 2300),
        ("一百零五", None, 105),
        ("十五", None, 15),
        ("一点五亿", None, 150_000_000),
        ("二十三点五", None, Fraction(47, 2)),
        ("1.5百万", None, 1_500_000),
        ("一万亿", None, 10**12),
        ("二〇一九", None, 2019),
        ("零", None, 0),
        ("一半", None, Fraction(1, 2)),
        ("千分之五", None, Fraction(1, 200)),
    ],
)  # fmt: skip
def test_a_number_is_understood(written: str, unit: str | None, value: Fraction) -> None:
    assert read_number(written, unit) == value


@pytest.mark.parametrize(
    ("written", "unit"),
    [
        ("", None), ("  ", None), ("seven", None), ("x", None), ("nan", None), ("inf", None), ("-", None),
        ("--3", None),
        ("0,419", None), ("012,345", None),
        ("1,02", None), ("0,5", None), ("1.2.3", None), ("1,2,3", None), ("3½", None), ("1 1/2", None), ("1/0", None),
        ("9e999999999", None), ("9^99999", None), ("1e3e3", None), ("7 bilion", None), ("3 apples", None),
        ("7 tokens", "bytes"), ("2 nats", "bits"), ("30 %", "bytes"), ("0x10", None), ("1+1", None), ("2*3", None),
        ("万", None), ("三三分之", None), ("百五十", None), ("五六七八万", None), ("零分之一", None), ("一点", None),
        ("负", None),
        ("1" * 100, None), ("3\x003", None), ("__import__", None), ("1 2", None),
    ],
)  # fmt: skip
def test_what_is_no_number_is_asked_again(written: str, unit: str | None) -> None:
    with pytest.raises(AnswerError) as caught:
        read_number(written, unit)
    assert caught.value.expected.zh
    assert caught.value.expected.en.startswith("a number")


@given(st.integers(-(10**15), 10**15))
def test_any_whole_number_is_read_however_it_is_grouped_or_wide(number: int) -> None:
    plain = str(number)
    wide = plain.translate(str.maketrans("0123456789-", "０１２３４５６７８９－"))
    for written in (plain, f"{number:,}", f"{number:_}", wide, f" {plain} ", f"{number}/1", f"{number}e0"):
        assert read_number(written, None) == number


@given(st.integers(0, 10**12 - 1))
def test_any_chinese_numeral_is_read(number: int) -> None:
    assert read_number(in_chinese(number), None) == number


def in_chinese(number: int) -> str:
    """The numeral in full, by the rules of the primary school: sections of four digits, one 零 for a run of zeros."""
    if number == 0:
        return "零"
    sections = [number // 10**8, number // 10**4 % 10**4, number % 10**4]
    out = ""
    for section, unit in zip(sections, ("亿", "万", ""), strict=True):
        if not section:
            out += "" if not out or out.endswith("零") else "零"
            continue
        if out and section < 1000 and not out.endswith("零"):
            out += "零"
        out += four_digits(section) + unit
    return out.rstrip("零")


def four_digits(section: int) -> str:
    out = ""
    for place, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = section // place % 10
        if digit:
            out += "零一二三四五六七八九"[digit] + unit
        elif out and not out.endswith("零") and section % place:
            out += "零"
    return out


@given(st.text(max_size=30), st.sampled_from([None, "bytes", "percent", "params", "GiB", "heads"]))
def test_any_text_is_a_number_or_asked_again(written: str, unit: str | None) -> None:
    with suppress(AnswerError):
        assert isinstance(read_number(written, unit), Fraction)


@given(st.text(alphabet="0123456789.,/eE^*×-+ %亿万千百十分之点零一二三半负BKMGiTbytes", max_size=12))
def test_any_text_like_a_number_is_a_number_or_asked_again(written: str) -> None:
    with suppress(AnswerError):
        assert isinstance(read_number(written, "bytes"), Fraction)


@pytest.mark.parametrize(
    ("written", "en", "zh"),
    [
        ("0,5", "a number with a point, like 0.5", "一个数，小数点用“.”，例如 0.5"),
        ("0。5", "a number with a point, like 0.5", "一个数，小数点用“.”，例如 0.5"),
        ("3,14", "a number with a point, like 3.14", "一个数，小数点用“.”，例如 3.14"),
        ("0,125", "a number with a point, like 0.125", "一个数，小数点用“.”，例如 0.125"),
        (
            "12。5abc",
            "a number with a point, like 0.5",
            "一个数，小数点用“.”，例如 0.5",
        ),  # not its mistake as an example
    ],
)
def test_a_comma_for_a_point_is_asked_again(written: str, en: str, zh: str) -> None:
    with pytest.raises(AnswerError) as error:
        refuse_unclear(written, None)
    assert (error.value.expected.en, error.value.expected.zh) == (en, zh)


def test_a_bare_share_where_percent_is_asked_is_asked_again() -> None:
    with pytest.raises(AnswerError) as error:
        refuse_unclear("0.5", "percent")
    assert error.value.expected.en == "a percentage: write 50 for 50%, or 0.5% if you mean that"
    assert "想说 50% 就写 50" in error.value.expected.zh


@pytest.mark.parametrize(
    ("written", "unit"),
    [("1,024", None), ("12,345,678.5", None), ("0.5", None), ("0.5%", "percent"), ("1/2", "percent"), ("50", "percent"),
     ("1.5", "percent"), ("0.5", "GB"), ("1,024,000", None), ("0", "percent")],
)  # fmt: skip
def test_what_is_clear_is_not_asked_again(written: str, unit: str | None) -> None:
    refuse_unclear(written, unit)


def test_invisible_characters_count_for_nothing() -> None:
    assert read_number("1\u200b,0\ufeff24\u2060", None) == 1024


def test_a_unit_has_a_name_in_each_language() -> None:
    assert [unit_name("params", "en"), unit_name("params", "zh")] == ["parameters", "个参数"]
    assert [unit_name("GiB", "en"), unit_name("GiB", "zh")] == ["GiB", "GiB"]
    with pytest.raises(AnswerError) as error:
        read_number("x", "bytes")
    assert "字节" in error.value.expected.zh
