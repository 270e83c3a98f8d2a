"""The visible examples: run them with ``pytest`` beside your own file."""

import numpy as np
import pytest
from gradient_clipping import clip_by_global_norm, clip_by_value

GRADS = [np.array([3.0]), np.array([[4.0, 0.0]])]


def test_the_example_of_the_statement():
    """Gradients of norm 5 are divided by 5 when the limit is 1.

    范数为 5 的梯度，上限为 1 时都除以 5。
    """
    clipped, norm = clip_by_global_norm(GRADS, 1.0)
    assert norm == pytest.approx(5.0)
    assert clipped[0] == pytest.approx(np.array([0.6]))
    assert clipped[1] == pytest.approx(np.array([[0.8, 0.0]]))


def test_a_norm_within_the_limit_changes_nothing():
    """A norm of 5 stays as it is when the limit is 10.

    范数为 5、上限为 10 时，梯度保持不变。
    """
    clipped, norm = clip_by_global_norm(GRADS, 10.0)
    assert norm == pytest.approx(5.0)
    assert clipped[0] == pytest.approx(GRADS[0])
    assert clipped[1] == pytest.approx(GRADS[1])


def test_a_nan_is_an_error():
    """A gradient with a nan raises ValueError.

    梯度里有 nan 时抛出 ValueError。
    """
    with pytest.raises(ValueError):  # noqa: PT011 - any message will do
        clip_by_global_norm([np.array([1.0]), np.array([np.nan])], 1.0)


def test_values_are_limited_one_by_one():
    """Entries beyond ±2 become ±2, the others stay.

    超出 ±2 的元素变成 ±2，其余不变。
    """
    [clipped] = clip_by_value([np.array([3.0, -0.5, -7.0])], 2.0)
    assert clipped == pytest.approx(np.array([2.0, -0.5, -2.0]))
