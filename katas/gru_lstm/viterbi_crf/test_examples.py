"""The visible examples: run them with ``pytest`` beside your own file."""

import math

import numpy as np
import pytest
from viterbi_crf import log_partition, viterbi

EMISSIONS = np.array([[2.0, 0.0], [1.0, 0.0]])
TRANSITIONS = np.array([[0.0, 3.0], [1.0, 0.0]])
START = np.array([0.0, 1.0])


def test_the_best_path_of_the_statement():
    """The transition from 0 to 1 outweighs the emissions.

    从 0 到 1 的转移比发射分数更重要。
    """
    path, score = viterbi(EMISSIONS, TRANSITIONS, START)
    assert list(path) == [0, 1]
    assert score == pytest.approx(5.0)


def test_the_partition_function_of_the_statement():
    """Scores of 3, 5, 3 and 1 give ln(2 e³ + e⁵ + e).

    分数为 3、5、3、1，得到 ln(2 e³ + e⁵ + e)。
    """
    value = log_partition(EMISSIONS, TRANSITIONS, START)
    assert value == pytest.approx(math.log(2 * math.e**3 + math.e**5 + math.e))


def test_a_single_step_has_no_transition():
    """With T = 1 only start and emissions count.

    T = 1 时只有起始分数和发射分数。
    """
    path, score = viterbi(EMISSIONS[:1], TRANSITIONS, START)
    assert (list(path), score) == ([0], pytest.approx(2.0))


def test_a_forbidden_transition():
    """Without the transition from 0 to 1 the best score is 3.

    禁止从 0 到 1 的转移后，最高分是 3。
    """
    transitions = np.array([[0.0, -np.inf], [1.0, 0.0]])
    _, score = viterbi(EMISSIONS, transitions, START)
    assert score == pytest.approx(3.0)
