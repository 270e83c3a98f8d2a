"""The visible examples: run them with ``pytest`` beside your own file."""

import pytest
from byte_bpe import ByteBPE

MERGES = [(108, 111), (256, 119)]


def test_the_example_of_the_statement():
    """With the merges "lo" and "low" the text "low lot" has four ids.

    合并规则为 “lo” 和 “low” 时，“low lot” 有四个 id。
    """
    bpe = ByteBPE(MERGES)
    assert list(bpe.encode("low lot")) == [257, 32, 256, 116]
    assert bpe.decode([257, 32, 256, 116]) == "low lot"


def test_bytes_and_not_characters():
    """One character of two bytes has two ids, and half of it is U+FFFD.

    两个字节的字符有两个 id，半个字符解码成 U+FFFD。
    """
    bpe = ByteBPE(MERGES)
    assert list(bpe.encode("é")) == [195, 169]
    assert bpe.decode([195]) == "\ufffd"


def test_an_unknown_id_is_an_error():
    """There are 258 ids, so 258 raises ValueError.

    一共 258 个 id，所以 258 抛出 ValueError。
    """
    with pytest.raises(ValueError):  # noqa: PT011 - any message will do
        ByteBPE(MERGES).decode([258])
