"""The visible examples: run them with ``pytest`` beside your own file."""

import math

import pytest
from early_stopping import EarlyStopping


def test_the_example_of_the_statement():
    stopper = EarlyStopping(patience=2, min_delta=0.25)
    losses = [2.0, 1.0, 0.75, 0.5, 0.625, math.nan]
    answers = [stopper.step(loss, epoch) for epoch, loss in enumerate(losses, start=1)]
    assert answers == [False, False, False, False, False, True]
    assert stopper.best_loss == pytest.approx(0.5)
    assert stopper.best_state == 4


def test_without_min_delta_every_lower_loss_is_an_improvement():
    stopper = EarlyStopping(patience=1)
    assert not stopper.step(1.0, "first")
    assert not stopper.step(0.9, "second")
    assert stopper.step(0.95, "third")
    assert stopper.best_state == "second"


def test_the_best_state_is_a_nested_value_of_its_own():
    stopper = EarlyStopping(patience=3)
    stopper.step(loss=1.5, state={"layers": [[0.1, 0.2], [0.3]]})
    stopper.step(loss=1.75, state={"layers": [[9.0, 9.0], [9.0]]})
    assert stopper.best_state == {"layers": [[0.1, 0.2], [0.3]]}
