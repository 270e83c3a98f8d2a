"""Weight initialisation, written to be read.

A unit adds up fan_in terms, so its variance is fan_in · Var(w) times that of
its inputs. Xavier (Glorot, Bengio 2010) wants the same for the gradient,
which adds up fan_out terms on its way back, and takes the mean of both:
Var(w) = 2 / (fan_in + fan_out). A uniform distribution on [-b, b] has the
variance b^2 / 3. He (He et al. 2015) allows for ReLU, which halves the mean
square: Var(w) = 2 / fan_in.
"""

import math

import numpy as np

Array = np.ndarray


def xavier_uniform(fan_in: int, fan_out: int, seed: int) -> Array:
    """Return weights (fan_out, fan_in), uniform within Xavier's bound."""
    rng = np.random.default_rng(seed)
    bound = math.sqrt(6 / (fan_in + fan_out))
    return rng.uniform(-bound, bound, (fan_out, fan_in))


def he_normal(fan_in: int, fan_out: int, seed: int) -> Array:
    """Return weights (fan_out, fan_in), normal with He's deviation."""
    rng = np.random.default_rng(seed)
    # The trap: NumPy asks for the deviation, not for the variance.
    return rng.normal(0.0, math.sqrt(2 / fan_in), (fan_out, fan_in))
