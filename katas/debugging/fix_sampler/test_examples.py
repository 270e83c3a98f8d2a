"""The visible examples: run them with ``pytest`` beside your own file."""

import numpy as np
from fix_sampler import sample

LOGITS = np.log(np.array([0.1, 0.4, 0.2, 0.3]))


def test_without_filters_each_id_has_its_probability():
    """The ids own 0.1, 0.4, 0.2 and 0.3 of the draws, in their order.

    各 id 按顺序占 0.1、0.4、0.2、0.3 的抽样区间。
    """
    drawn = [sample(LOGITS.copy(), 1.0, None, None, u) for u in (0.05, 0.45)]
    assert drawn == [0, 1]


def test_top_k_keeps_the_largest():
    """With top_k = 2 only ids 1 and 3 are drawn.

    top_k = 2 时只会抽到 id 1 和 3。
    """
    drawn = [sample(LOGITS.copy(), 1.0, 2, None, u) for u in (0.05, 0.62)]
    assert drawn == [1, 3]


def test_top_p_keeps_the_token_that_reaches_p():
    """With top_p = 0.6 ids 1 and 3 are drawn, with 4/7 and 3/7.

    top_p = 0.6 时抽到 id 1 和 3，概率为 4/7 和 3/7。
    """
    drawn = [sample(LOGITS.copy(), 1.0, None, 0.6, u) for u in (0.5, 0.62)]
    assert drawn == [1, 3]


def test_a_temperature_of_zero_is_greedy():
    """The most probable id is taken, whatever the draw is.

    无论抽样值是多少，都取概率最大的 id。
    """
    assert sample(LOGITS.copy(), 0.0, None, None, 0.99) == 1
