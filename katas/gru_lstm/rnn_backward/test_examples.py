"""The visible examples: run them with ``pytest`` beside your own file."""

import numpy as np
import pytest
from rnn_backward import rnn_loss_grads

LN2, LN3 = np.log(2.0), np.log(3.0)
PARAMS = {
    "W_aa": np.array([[LN2]]),
    "W_ax": np.array([[LN2 / 2]]),
    "b_a": np.array([0.0]),
    "W_ya": np.array([[2.0], [0.0]]),
    "b_y": np.array([LN3 - 1.2, 0.0]),
}
X, A0 = np.array([[1.0]]), np.array([0.5])


def test_the_example_of_the_statement():
    """One step of one unit, worked by hand.

    一个单元走一步，手算结果。
    """
    loss, grads = rnn_loss_grads(X, A0, np.array([0]), PARAMS)
    assert float(loss) == pytest.approx(np.log(4 / 3))
    assert grads["W_aa"] == pytest.approx(np.array([[-0.16]]))
    assert grads["W_ax"] == pytest.approx(np.array([[-0.32]]))
    assert grads["b_a"] == pytest.approx(np.array([-0.32]))
    assert grads["W_ya"] == pytest.approx(np.array([[-0.15], [0.15]]))
    assert grads["b_y"] == pytest.approx(np.array([-0.25, 0.25]))


def test_the_losses_of_all_steps_are_added():
    """Three steps with two equal outputs cost 3·ln 2.

    两个输出概率相等时，三步的损失是 3·ln 2。
    """
    params = PARAMS | {"W_ya": np.zeros((2, 1)), "b_y": np.zeros(2)}
    loss, _ = rnn_loss_grads(np.ones((3, 1)), A0, np.array([0, 1, 0]), params)
    assert float(loss) == pytest.approx(3 * LN2)


@pytest.mark.parametrize("target", [-1, 2])
def test_a_target_outside_the_outputs_is_an_error(target):
    """With two outputs, -1 and 2 are no targets: ValueError.

    只有两个输出时，-1 和 2 都不是合法标签：抛出 ValueError。
    """
    with pytest.raises(ValueError):  # noqa: PT011 - any message will do
        rnn_loss_grads(X, A0, np.array([target]), PARAMS)
