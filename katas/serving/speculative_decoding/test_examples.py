"""The visible examples: run them with ``pytest`` beside your own file."""

import numpy as np
from speculative_decoding import speculative_step

DRAFT = np.array([[0.5, 0.5, 0.0, 0.0]])
TARGET = np.array([[0.25, 0.125, 0.125, 0.5], [0.0, 0.0, 0.5, 0.5]])


def test_an_accepted_token_and_one_more():
    """0.4 is below 0.25 / 0.5; then 0.7 draws from the last row.

    0.4 小于 0.25 / 0.5，接受；0.7 再从最后一行抽样。
    """
    found = speculative_step(DRAFT, TARGET, [0], [0.4, 0.7])
    assert list(found) == [0, 3]


def test_a_rejected_token_is_replaced():
    """0.6 rejects; 0.15 draws from the residual (0, 0, 0.2, 0.8).

    0.6 拒绝；0.15 从残差 (0, 0, 0.2, 0.8) 中抽样。
    """
    found = speculative_step(DRAFT, TARGET, [0], [0.6, 0.15])
    assert list(found) == [2]


def test_without_proposals_the_target_is_sampled():
    """K may be 0: one token is drawn from the only row.

    K 可以为 0：从唯一的一行抽一个 token。
    """
    found = speculative_step(np.zeros((0, 4)), TARGET[1:], [], [0.6])
    assert list(found) == [3]
