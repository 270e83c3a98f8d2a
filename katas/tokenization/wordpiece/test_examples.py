"""The visible examples: run them with ``pytest`` beside your own file."""

from wordpiece import wordpiece

VOCAB = {"un", "##aff", "##able", "##a", "aff", "able"}


def test_the_example_of_the_statement():
    """unaffable has three pieces, and the later ones begin with ##.

    unaffable 切成三个片段，后面的以 ## 开头。
    """
    assert list(wordpiece("unaffable", VOCAB)) == ["un", "##aff", "##able"]


def test_a_word_that_can_not_be_split_is_unknown():
    """Nothing matches x, so the whole word is [UNK].

    没有片段匹配 x，所以整个单词是 [UNK]。
    """
    assert list(wordpiece("affx", VOCAB)) == ["[UNK]"]


def test_a_long_word_is_unknown():
    """A word of more than max_chars characters is [UNK].

    超过 max_chars 个字符的单词是 [UNK]。
    """
    assert list(wordpiece("able", VOCAB, max_chars=3)) == ["[UNK]"]
