"""The visible examples: run them with ``pytest`` beside your own file."""

import pytest
import torch
from pack_sequences import pack

SEQUENCES = [[5, 6], [7], [8, 9]]


def test_the_ids_of_the_statement():
    """The third sequence does not fit into the first row.

    第三个序列放不进第一行。
    """
    ids, _, _ = pack(SEQUENCES, 4, 0)
    assert ids.tolist() == [[5, 6, 7, 0], [8, 9, 0, 0]]


def test_the_positions_of_the_statement():
    """Each sequence counts from 0.

    每个序列都从 0 数起。
    """
    _, position_ids, _ = pack(SEQUENCES, 4, 0)
    assert position_ids.tolist() == [[0, 1, 0, 0], [0, 1, 0, 0]]


def test_the_mask_of_the_statement():
    """The third query sees its own sequence only.

    第三个查询只看到自己的序列。
    """
    _, _, mask = pack(SEQUENCES, 4, 0)
    assert mask.dtype == torch.bool
    seen = [[1, 0, 0, 0], [1, 1, 0, 0], [0, 0, 1, 0]]
    assert mask[0, 0, :3].int().tolist() == seen


def test_a_sequence_too_long_is_an_error():
    """Five ids don't fit into a row of four.

    五个 id 放不进长度为四的一行。
    """
    with pytest.raises(ValueError):  # noqa: PT011 - any message will do
        pack([[1, 2, 3, 4, 5]], 4, 0)
