"""The visible examples: run them with ``pytest`` beside your own file."""

import numpy as np
from constrained_decoding import constrained_greedy
from support import always, in_turn

LOGITS = np.array([4.0, 3.0, 2.0, 1.0])


def test_the_example_of_the_statement():
    """The best allowed id at each step, until nothing is allowed.

    每一步取允许的 id 中最好的，直到什么都不允许。
    """
    allowed = in_turn({1, 2}, {3}, set())
    ids = constrained_greedy(always(LOGITS), allowed, 0, 10)
    assert list(ids) == [1, 3]


def test_the_end_is_kept():
    """The end id stops decoding and stays in the result.

    结束 id 使解码停止，并保留在结果里。
    """
    allowed = in_turn([2, 3], [0, 1], [2])
    ids = constrained_greedy(always(LOGITS), allowed, 0, 10)
    assert list(ids) == [2, 0]


def test_arrays_are_fine():
    """The allowed ids may come in an array.

    允许的 id 可以放在数组里。
    """
    allowed = always(np.array([3, 2]))
    ids = constrained_greedy(always(LOGITS), allowed, 0, 3)
    assert list(ids) == [2, 2, 2]
