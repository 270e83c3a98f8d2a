"""The visible examples: run them with ``pytest`` beside your own file."""

from skipgram_pairs import cbow_pairs, skipgram_pairs

TEXT = ["the", "cat", "sat"]


def test_the_skipgram_example_of_the_statement():
    """Each centre with each of its neighbours, from left to right.

    每个中心词与它的每个邻居配对，从左到右。
    """
    pairs = [("the", "cat"), ("cat", "the"), ("cat", "sat"), ("sat", "cat")]
    assert [tuple(pair) for pair in skipgram_pairs(TEXT, 1)] == pairs


def test_the_cbow_example_of_the_statement():
    """All neighbours of each centre together.

    每个中心词的所有邻居放在一起。
    """
    pairs = [(["cat"], "the"), (["the", "sat"], "cat"), (["cat"], "sat")]
    assert [(list(c), centre) for c, centre in cbow_pairs(TEXT, 1)] == pairs


def test_without_context_there_is_no_pair():
    """A single token has no context.

    只有一个 token 时没有上下文。
    """
    assert list(skipgram_pairs(["cat"], 2)) == []
    assert list(cbow_pairs(["cat"], 2)) == []
