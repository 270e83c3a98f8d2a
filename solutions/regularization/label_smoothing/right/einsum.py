"""Comparison with arange for the one-hot matrix, and einsum for the loss; a 0-d array comes out."""

import numpy as np


def smooth_targets(targets, num_classes, eps):
    valid = (0 <= targets) & (targets < num_classes)
    if not valid.all() or not 0 <= eps < 1:
        raise ValueError("bad targets or eps")
    hot = targets[:, np.newaxis] == np.arange(num_classes)
    return hot * (1.0 - eps) + eps / num_classes


def smoothed_cross_entropy(logits, targets, eps):
    q = smooth_targets(targets, logits.shape[-1], eps)
    z = logits - np.amax(logits, axis=-1)[:, None]
    norm = np.log(np.einsum("nc->n", np.exp(z)))
    return np.asarray((norm.sum() - np.einsum("nc,nc->", q, z)) / len(z))
