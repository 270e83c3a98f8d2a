"""Three programs that use your GRU: one asks for a step at a time, one feeds a long sequence in chunks, and one keeps
its arrays the other way round and passes transposed views of them.

They look at the results only when they have them all.
"""

import numpy as np

# Your functions are imported only when they are needed, for the judge loads this file before yours.


def step_by_step(x, c0, params):
    """The state after each step of `x` (B, T, n_x), as a list of T arrays (B, n_h), from `gru_cell` alone."""
    from gru_cell import gru_cell

    states = [c0]
    for t in range(x.shape[1]):
        states.append(gru_cell(x[:, t], states[-1], params))
    return states[1:]


def in_chunks(x, c0, params, size):
    """The states of `x` (B, T, n_x), as a list of arrays (B, size, n_h): each chunk goes on from the one before."""
    from gru_cell import gru_forward

    chunks, state = [], c0
    for start in range(0, x.shape[1], size):
        chunks.append(gru_forward(x[:, start : start + size], state, params))
        state = chunks[-1][:, -1]
    return chunks


def with_transposed_views(x, c0, params):
    """What `gru_forward` gives for the same numbers when every array is a view of its transpose."""
    from gru_cell import gru_forward

    return gru_forward(turned(x), turned(c0), {name: turned(array) for name, array in params.items()})


def turned(array):
    """An equal array whose numbers lie in memory in the opposite order of axes."""
    return np.ascontiguousarray(array.T).T
