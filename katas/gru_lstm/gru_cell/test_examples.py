"""The visible examples: run them with ``pytest`` beside your own file."""

import numpy as np
import pytest
from gru_cell import gru_cell, gru_forward
from support import in_chunks

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
    """The numbers of the statement's example give a state of 0.95.

    题面示例中的数得到状态 0.95。
    """
    state = gru_cell(np.array([[1.0]]), np.array([[2.0]]), ONE_UNIT)
    assert state == pytest.approx(np.array([[0.95]]))


def test_without_weights_half_of_the_state_is_left():
    """With all parameters 0 the update gate is 1/2 and the candidate 0.

    参数全为 0 时，更新门是 1/2，候选状态是 0。
    """
    params = {name: np.zeros((2, 5)) for name in ("W_u", "W_r", "W_c")}
    params |= {name: np.zeros(2) for name in ("b_u", "b_r", "b_c")}
    state = gru_cell(np.ones((1, 3)), np.array([[8.0, -4.0]]), params)
    assert state == pytest.approx(np.array([[4.0, -2.0]]))


def test_the_states_of_a_sequence_stand_in_the_order_of_time():
    """gru_forward gives the states of gru_cell, in the order of time.

    gru_forward 给出的状态，与逐步调用 gru_cell 的结果按时间顺序一致。
    """
    x = np.array([[[1.0], [1.0]]])
    states = gru_forward(x, np.array([[2.0]]), ONE_UNIT)
    assert states.shape == (1, 2, 1)
    first = gru_cell(x[:, 0], np.array([[2.0]]), ONE_UNIT)
    second = gru_cell(x[:, 1], states[:, 0], ONE_UNIT)
    assert states[:, 0] == pytest.approx(first)
    assert states[:, 1] == pytest.approx(second)


def test_a_sequence_in_chunks_gives_the_same_states():
    """Two chunks, the second going on from the first, give the same states.

    把序列分成两段输入，第二段接着第一段继续，得到的状态与一次输入整段相同。
    """
    x, c0 = np.array([[[1.0], [0.0], [-1.0], [2.0]]]), np.array([[2.0]])
    states = gru_forward(x, c0, ONE_UNIT)
    first, second = in_chunks(x, c0, ONE_UNIT, 2)
    assert first == pytest.approx(states[:, :2])
    assert second == pytest.approx(states[:, 2:])
