"""The visible examples: run them with ``pytest`` beside your own file."""

import pytest
from continuous_batching import simulate, simulate_static

REQUESTS = [(0, 4), (0, 1), (1, 2), (9, 1)]


def test_a_freed_slot_is_taken_in_the_next_step():
    """The third request runs in steps 1 and 2.

    第三个请求在第 1、2 步运行。
    """
    assert list(simulate(REQUESTS, 2)) == [3, 0, 2, 9]


def test_a_static_batch_waits_for_its_longest_member():
    """The third request runs in steps 4 and 5.

    第三个请求在第 4、5 步运行。
    """
    assert list(simulate_static(REQUESTS, 2)) == [3, 0, 5, 9]


def test_one_slot_runs_one_request_after_another():
    """With one slot both ways of batching are the same.

    只有一个槽时，两种方式相同。
    """
    assert list(simulate(REQUESTS, 1)) == [3, 4, 6, 9]
    assert list(simulate_static(REQUESTS, 1)) == [3, 4, 6, 9]


def test_without_a_slot_nothing_can_run():
    """slots = 0 raises ValueError.

    slots = 0 时抛出 ValueError。
    """
    with pytest.raises(ValueError):  # noqa: PT011 - any message will do
        simulate(REQUESTS, 0)
