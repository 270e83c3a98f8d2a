"""The visible examples: run them with ``pytest`` beside your own file."""

import numpy as np
import pytest
from lstm_cell import lstm_cell

LN2, LN3 = np.log(2.0), np.log(3.0)


def test_the_example_of_the_statement():
    """The new cell is 0.5 and the output tanh(0.5)/2.

    新的细胞状态是 0.5，输出是 tanh(0.5)/2。
    """
    params = {
        "W_f": np.array([[0.0, 0.0]]),
        "b_f": np.array([-LN3]),
        "W_u": np.array([[0.0, LN3]]),
        "b_u": np.array([0.0]),
        "W_o": np.array([[0.0, 0.0]]),
        "b_o": np.array([0.0]),
        "W_c": np.array([[LN2, 0.0]]),
        "b_c": np.array([0.0]),
    }
    one = np.array([[1.0]])
    a, c = lstm_cell(one, one, np.array([[0.2]]), params)
    assert c == pytest.approx(np.array([[0.5]]))
    assert a == pytest.approx(np.array([[np.tanh(0.5) / 2]]))


def test_without_weights_half_of_the_cell_is_left():
    """Where all parameters are 0, gates are 1/2 and the candidate is 0.

    参数全为 0 时，各个门都是 1/2，候选状态是 0。
    """
    params = {f"W_{gate}": np.zeros((2, 5)) for gate in "fuoc"}
    params |= {f"b_{gate}": np.zeros(2) for gate in "fuoc"}
    x, zero = np.ones((1, 3)), np.zeros((1, 2))
    a, c = lstm_cell(x, zero, np.array([[8.0, -4.0]]), params)
    assert c == pytest.approx(np.array([[4.0, -2.0]]))
    assert a == pytest.approx(np.tanh(np.array([[4.0, -2.0]])) / 2)


def test_an_open_forget_gate_keeps_the_cell():
    """With a forget gate of 1 and an update gate of 0 the cell stays.

    遗忘门为 1、更新门为 0 时，细胞状态不变。
    """
    params = {f"W_{gate}": np.zeros((1, 2)) for gate in "fuoc"}
    params |= {f"b_{gate}": np.zeros(1) for gate in "oc"}
    params |= {"b_f": np.array([40.0]), "b_u": np.array([-40.0])}
    one, cell = np.ones((1, 1)), np.array([[5.0]])
    assert lstm_cell(one, one, cell, params)[1] == pytest.approx(cell)
