"""A toy model: a function from the ids so far to logits (V,)."""

import numpy as np


def always(*probs):
    """A model with the same probabilities at every step."""
    logits = np.log(np.array(probs))
    return lambda ids: logits
