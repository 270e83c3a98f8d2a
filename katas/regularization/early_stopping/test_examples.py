"""The visible examples: run them with ``pytest`` beside your own file."""

import math

import pytest
from early_stopping import EarlyStopping
from support import ToyModel


def test_the_example_of_the_statement():
    """The six epochs of the statement's table: answers, best loss and state.

    题面表格中的六个 epoch：返回值、最好的损失和最好的状态都与表格一致。
    """
    stopper = EarlyStopping(patience=2, min_delta=0.25)
    losses = [2.0, 1.0, 0.75, 0.5, 0.625, math.nan]
    epochs = enumerate(losses, start=1)
    answers = [stopper.step(loss, epoch) for epoch, loss in epochs]
    assert answers == [False, False, False, False, False, True]
    assert stopper.best_loss == pytest.approx(0.5)
    assert stopper.best_state == 4


def test_without_min_delta_every_lower_loss_is_an_improvement():
    """When min_delta is left out, each lower loss is an improvement.

    不给 min_delta 时，只要更低就算改进。
    """
    stopper = EarlyStopping(patience=1)
    assert not stopper.step(1.0, "first")
    assert not stopper.step(0.9, "second")
    assert stopper.step(0.95, "third")
    assert stopper.best_state == "second"


def test_the_best_state_is_a_nested_value_of_its_own():
    """A nested state comes out as it went in; a worse one doesn't replace it.

    嵌套的状态存进 best_state 后保持原样，更差的状态不会替换它。
    """
    stopper = EarlyStopping(patience=3)
    stopper.step(loss=1.5, state={"layers": [[0.1, 0.2], [0.3]]})
    stopper.step(loss=1.75, state={"layers": [[9.0, 9.0], [9.0]]})
    assert stopper.best_state == {"layers": [[0.1, 0.2], [0.3]]}


def test_the_best_model_is_not_the_one_that_trains_on():
    """A model may be the state: when it trains on, the best keeps its weights.

    状态可以就是模型本身：它继续训练时，最好的那一个权重不变。
    """
    model, stopper = ToyModel(), EarlyStopping(patience=3)
    stopper.step(1.0, model)
    model.train()
    stopper.step(1.5, model)
    assert stopper.best_state.weights == pytest.approx([1.0, 2.0])
