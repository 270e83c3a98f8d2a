"""The visible examples: run them with ``pytest`` beside your own file."""

from sample_sequence import sample_sequence
from support import always, counting

PROBS = (0.5, 0.25, 0.25)  # 2 is the end


def test_the_example_of_the_statement():
    """The sequence ends with the end token; the last draw is not used.

    序列以结束 token 收尾，最后一个抽样值没有用到。
    """
    drawn = sample_sequence(always(*PROBS), 2, 10, [0.1, 0.5, 0.9, 0.3])
    assert list(drawn) == [0, 1, 2]


def test_the_length_is_limited():
    """At max_len tokens generation stops without an end token.

    到 max_len 个 token 时停止，没有结束 token。
    """
    drawn = sample_sequence(always(*PROBS), 2, 2, [0.1, 0.5, 0.9])
    assert list(drawn) == [0, 1]


def test_the_model_sees_the_ids_so_far():
    """A model that counts up gets all ids drawn before.

    一个“数数”的模型能看到之前抽到的所有 id。
    """
    assert list(sample_sequence(counting(), 3, 9, [0.5] * 9)) == [0, 1, 2, 3]
