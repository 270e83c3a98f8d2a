"""The visible examples: run them with ``pytest`` beside your own file."""

import numpy as np
import pytest
from gru_cell import gru_cell, gru_forward

LN2, LN3 = float(np.log(2.0)), float(np.log(3.0))

ONE_UNIT = {
    "W_u": np.array([[0.0, LN3]]),
    "b_u": np.array([0.0]),
    "W_r": np.array([[0.0, 0.0]]),
    "b_r": np.array([-LN3]),
    "W_c": np.array([[2.0 * LN2, 0.0]]),
    "b_c": np.array([0.0]),
}


def test_the_example_of_the_statement():
    state = gru_cell(np.array([[1.0]]), np.array([[2.0]]), ONE_UNIT)
    assert state == pytest.approx(np.array([[0.95]]))


def test_without_weights_half_of_the_state_is_left():
    params = {name: np.zeros((2, 5)) for name in ("W_u", "W_r", "W_c")}
    params |= {name: np.zeros(2) for name in ("b_u", "b_r", "b_c")}
    state = gru_cell(np.ones((1, 3)), np.array([[8.0, -4.0]]), params)
    assert state == pytest.approx(np.array([[4.0, -2.0]]))


def test_the_states_of_a_sequence_stand_in_the_order_of_time():
    x = np.array([[[1.0], [1.0]]])
    states = gru_forward(x, np.array([[2.0]]), ONE_UNIT)
    assert states.shape == (1, 2, 1)
    assert states[:, 0] == pytest.approx(gru_cell(x[:, 0], np.array([[2.0]]), ONE_UNIT))
    assert states[:, 1] == pytest.approx(gru_cell(x[:, 1], states[:, 0], ONE_UNIT))
