"""The norm of the arrays' norms, and copies that are changed in place."""

import numpy as np


class BadGradient(ValueError):
    pass


def clip_by_global_norm(grads, max_norm):
    if not max_norm > 0:
        raise BadGradient
    norm = np.hypot.reduce([np.sqrt(np.vdot(g, g)) for g in grads])
    if not np.isfinite(norm):
        raise BadGradient
    copies = [np.array(g, dtype=np.float64) for g in grads]
    if norm > max_norm:
        for g in copies:
            g *= max_norm / norm
    return copies, norm


def clip_by_value(grads, limit):
    copies = [g.copy() for g in grads]
    for g in copies:
        g[g > limit] = limit
        g[g < -limit] = -limit
    return copies
