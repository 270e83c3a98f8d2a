"""The visible examples: run them with ``pytest`` beside your own file."""

import pytest
import torch
from positional_encoding import sinusoidal_positions


def test_the_example_of_the_statement():
    """Three positions in four columns.

    三个位置，四列。
    """
    due = [
        [0.0000, 1.0000, 0.0000, 1.0000],
        [0.8415, 0.5403, 0.0100, 0.9999],
        [0.9093, -0.4161, 0.0200, 0.9998],
    ]
    found = sinusoidal_positions(3, 4)
    assert torch.allclose(found, torch.tensor(due), atol=1e-4)


def test_position_zero_alternates():
    """Position 0 is encoded as 0, 1, 0, 1, …

    位置 0 的编码是 0, 1, 0, 1, …
    """
    assert sinusoidal_positions(1, 6).tolist() == [[0, 1, 0, 1, 0, 1]]


def test_an_odd_width_is_an_error():
    """An odd dim raises ValueError.

    dim 为奇数时抛出 ValueError。
    """
    with pytest.raises(ValueError):  # noqa: PT011 - any message will do
        sinusoidal_positions(4, 5)
