"""The visible examples: run them with ``pytest`` beside your own file."""

import numpy as np
import pytest
from rnn_forward import rnn_forward

PARAMS = {
    "W_aa": np.array([[1.0]]),
    "W_ax": np.array([[np.log(2.0)]]),
    "b_a": np.array([0.0]),
    "W_ya": np.array([[np.log(3.0) / 0.6], [0.0]]),
    "b_y": np.array([0.0, 0.0]),
}
X = np.array([[1.0], [0.0]])


def test_the_states_of_the_example():
    """The states are tanh(ln 2) = 0.6 and tanh(0.6).

    状态是 tanh(ln 2) = 0.6 和 tanh(0.6)。
    """
    states, _ = rnn_forward(X, np.array([0.0]), PARAMS)
    assert states == pytest.approx(np.array([[0.6], [np.tanh(0.6)]]))


def test_the_outputs_of_the_example():
    """There is a distribution for each step; the first is [0.75, 0.25].

    每一步都有一个概率分布，第一个是 [0.75, 0.25]。
    """
    _, outputs = rnn_forward(X, np.array([0.0]), PARAMS)
    assert outputs.sum(axis=1) == pytest.approx(np.ones(2))
    assert outputs[0] == pytest.approx(np.array([0.75, 0.25]))


def test_large_scores_do_no_harm():
    """Scores of 10,000 give probabilities, not nan.

    得分为 10,000 时给出的仍是概率，而不是 nan。
    """
    params = PARAMS | {"b_y": np.array([1e4, 1e4])}
    _, outputs = rnn_forward(np.array([[0.0]]), np.array([0.0]), params)
    assert outputs == pytest.approx(np.array([[0.5, 0.5]]))
