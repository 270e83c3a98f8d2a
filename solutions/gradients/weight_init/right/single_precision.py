"""A legacy generator object; float32 weights; Box and Muller's method for the normal ones."""

import numpy as np


def xavier_uniform(fan_in, fan_out, seed):
    state = np.random.RandomState(seed)
    limit = np.sqrt(3 * 2 / (fan_in + fan_out))
    return state.uniform(-limit, limit, size=fan_in * fan_out).reshape(fan_out, -1).astype(np.float32)


def he_normal(fan_in, fan_out, seed):
    u, v = np.random.RandomState(seed).random_sample((2, fan_out, fan_in))
    z = np.sqrt(-2 * np.log1p(-u)) * np.cos(2 * np.pi * v)
    return (z * np.sqrt(2 / fan_in)).astype(np.float32)
