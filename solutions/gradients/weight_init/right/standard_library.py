"""The generator of the standard library, number by number."""

import math
import random

import numpy as np


def filled(fan_in, fan_out, draw):
    return np.array([[draw() for _ in range(fan_in)] for _ in range(fan_out)])


def xavier_uniform(fan_in, fan_out, seed):
    r = random.Random(seed)
    b = math.sqrt(6 / (fan_in + fan_out))
    return filled(fan_in, fan_out, lambda: r.uniform(-b, b))


def he_normal(fan_in, fan_out, seed):
    r = random.Random(seed)
    return filled(fan_in, fan_out, lambda: r.gauss(0, math.sqrt(2 / fan_in)))
