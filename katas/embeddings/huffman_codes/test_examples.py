"""The visible examples: run them with ``pytest`` beside your own file."""

import pytest
from huffman_codes import huffman_codes


def test_the_lengths_of_the_statement():
    """Codes of 1, 2, 3 and 3 bits, none the beginning of another.

    编码长度是 1、2、3、3，任何一个都不是另一个的开头。
    """
    codes = huffman_codes({"a": 8, "b": 4, "c": 2, "d": 1})
    lengths = {symbol: len(code) for symbol, code in codes.items()}
    assert lengths == {"a": 1, "b": 2, "c": 3, "d": 3}
    for one in codes.values():
        assert sum(other.startswith(one) for other in codes.values()) == 1


def test_a_single_symbol():
    """It gets "0".

    编码是 "0"。
    """
    assert huffman_codes({"x": 5}) == {"x": "0"}


def test_no_symbol_is_an_error():
    """Without symbols ValueError is raised.

    没有符号时抛出 ValueError。
    """
    with pytest.raises(ValueError):  # noqa: PT011 - any message will do
        huffman_codes({})
