"""The visible examples: run them with ``pytest`` beside your own file."""

from bpe_train import apply_bpe, train_bpe

COUNTS = {"low": 5, "lower": 2, "newest": 6, "widest": 3}
MERGES = [("e", "s"), ("es", "t"), ("l", "o"), ("lo", "w")]


def test_the_merges_of_the_statement():
    """The four words of the statement give es, est, lo, low.

    题面中的四个单词依次得到 es、est、lo、low。
    """
    assert [tuple(pair) for pair in train_bpe(COUNTS, 4)] == MERGES


def test_a_new_word_is_split():
    """The word "lowest" was not seen in training and has two tokens.

    单词 “lowest” 训练时没出现过，切成两个 token。
    """
    assert list(apply_bpe("lowest", MERGES)) == ["low", "est"]


def test_training_stops_when_nothing_is_left_to_merge():
    """A word of two characters allows one merge.

    两个字符的单词只能合并一次。
    """
    assert [tuple(pair) for pair in train_bpe({"ab": 3}, 10)] == [("a", "b")]
