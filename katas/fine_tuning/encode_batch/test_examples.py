"""The visible examples: run them with ``pytest`` beside your own file."""

import pytest
from encode_batch import encode_batch


def test_the_example_of_the_statement():
    """The long sequence is cut, the short one padded.

    长序列被截断，短序列被填充。
    """
    batch = encode_batch([[7, 8, 9, 5], [6]], [1, 0], 5, 101, 102, 0)
    ids = [[101, 7, 8, 9, 102], [101, 6, 102, 0, 0]]
    assert batch["input_ids"].tolist() == ids
    mask = [[1, 1, 1, 1, 1], [1, 1, 1, 0, 0]]
    assert batch["attention_mask"].tolist() == mask
    assert batch["labels"].tolist() == [1, 0]


def test_a_short_batch_is_not_padded_to_max_len():
    """The longest row sets the width.

    宽度由最长的一行决定。
    """
    batch = encode_batch([[7], [8]], [0, 0], 512, 101, 102, 0)
    assert batch["input_ids"].tolist() == [[101, 7, 102], [101, 8, 102]]


def test_a_label_too_few_is_an_error():
    """Two sequences with one label raise ValueError.

    两个序列只有一个标签，抛出 ValueError。
    """
    with pytest.raises(ValueError):  # noqa: PT011 - any message will do
        encode_batch([[7], [8]], [0], 512, 101, 102, 0)
