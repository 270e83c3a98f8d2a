"""The visible examples: run them with ``pytest`` beside your own file."""

import numpy as np
from weight_init import he_normal, xavier_uniform


def test_weights_have_a_row_for_each_output():
    """The shape is (fan_out, fan_in).

    形状是 (fan_out, fan_in)。
    """
    assert xavier_uniform(3, 2, seed=0).shape == (2, 3)
    assert he_normal(3, 2, seed=0).shape == (2, 3)


def test_xavier_stays_within_its_bound():
    """No entry is larger than √(6/300), and the largest comes close to it.

    没有元素超过 √(6/300)，最大的元素很接近它。
    """
    largest = float(np.abs(xavier_uniform(200, 100, seed=0)).max())
    assert 0.99 * 0.02**0.5 < largest <= 0.02**0.5


def test_he_keeps_the_size_of_activations_through_relu():
    """Through five ReLU layers the mean square stays within a factor of 10.

    经过五层 ReLU，均方值的变化不超过 10 倍。
    """
    x = np.random.default_rng(0).normal(size=(200, 50))
    for layer in range(5):
        x = np.maximum(he_normal(200, 200, seed=layer) @ x, 0.0)
    assert 0.1 < float((x**2).mean()) < 10.0


def test_a_seed_gives_the_same_weights_again():
    """The same seed gives the same weights, another seed gives others.

    种子相同，权重相同；种子不同，权重不同。
    """
    weights = he_normal(5, 4, seed=7)
    assert np.array_equal(weights, he_normal(5, 4, seed=7))
    assert not np.array_equal(weights, he_normal(5, 4, seed=8))
