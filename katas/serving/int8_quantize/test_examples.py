"""The visible examples: run them with ``pytest`` beside your own file."""

import numpy as np
import pytest
from int8_quantize import dequantize, int8_linear, quantize

W = np.array([[127.0, -63.5, 2.5], [0.0, 0.0, 0.0]])
Q = np.array([[127, -64, 2], [0, 0, 0]], dtype=np.int8)


def test_each_row_has_a_scale():
    """The largest weight of a row becomes 127; a row of zeros has scale 1.

    一行中最大的权重变成 127；全零的行 scale 为 1。
    """
    q, scale = quantize(W)
    assert q.dtype == np.int8
    assert np.array_equal(q, Q)
    assert np.allclose(scale, [1.0, 1.0])


def test_dequantize_multiplies_rows_by_their_scales():
    """Each row is multiplied by its own scale.

    每一行乘以自己的 scale。
    """
    due = [[254.0, -128.0, 4.0], [0.0, 0.0, 0.0]]
    assert np.allclose(dequantize(Q, np.array([2.0, 1.0])), due)


def test_a_product_in_integers():
    """127 · 127 + 1 · 2 = 16131, times 2 · 1.

    127 · 127 + 1 · 2 = 16131，再乘以 2 · 1。
    """
    x = np.array([[254.0, 0.0, 2.0]])
    found = int8_linear(x, Q, np.array([1.0, 1.0]))
    assert np.allclose(found, [[32262.0, 0.0]])


def test_infinite_weights_are_an_error():
    """An infinite weight raises ValueError.

    权重为无穷大时抛出 ValueError。
    """
    with pytest.raises(ValueError):  # noqa: PT011 - any message will do
        quantize(np.array([[1.0, np.inf]]))
