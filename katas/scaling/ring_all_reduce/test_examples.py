"""The visible examples: run them with ``pytest`` beside your own file."""

import numpy as np
from ring_all_reduce import all_reduce
from support import Ring


def reduced(values):
    """The results, and the ring, which counts what was sent."""
    ring = Ring(len(values))
    return all_reduce(values, ring.send, ring.receive), ring


def test_every_worker_gets_the_sum():
    """The example of the statement.

    题目中的例子。
    """
    values = [np.array([1, 2, 3]) * 10**i for i in range(3)]
    results, _ = reduced(values)
    assert [list(result) for result in results] == [[111, 222, 333]] * 3


def test_the_length_need_not_be_a_multiple():
    """Five numbers on three workers, and one number on four.

    三个 worker 上有五个数，四个 worker 上有一个数。
    """
    for workers, length in ((3, 5), (4, 1)):
        results, _ = reduced([np.ones(length)] * workers)
        assert [list(r) for r in results] == [[workers] * length] * workers


def test_nobody_sends_too_much():
    """Four workers with eight numbers send at most 12 each.

    四个 worker、八个数时，每个最多发送 12 个数。
    """
    _, ring = reduced([np.ones(8)] * 4)
    assert max(list(ring.sent)) <= 12
