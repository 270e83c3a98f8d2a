"""Layers to try your `SelfAttention` with: with matrices of your choice, and two whose results you can foretell.

The hidden tests build theirs with this file, so that you can repeat what a report shows. Each layer is made as any
program would make it: the constructor, the matrices by their names, and then the mode.
"""

import torch

NAMES = ("query_matrix", "key_matrix", "value_matrix")


class MissingLayer(AttributeError):
    """Your module has no linear layers of these names."""


def layer_with(matrices, training=False):
    """Your layer with `matrices` (3, H, H) for queries, keys and values; float64 ones go in after `.double()`."""
    return _fill(_your_class()(matrices.shape[-1]), matrices, training)


def identity_layer(hidden_dim):
    """Your layer in evaluation mode with three identities: the scores are x xᵀ / √H, the values x itself."""
    return layer_with(torch.eye(hidden_dim).repeat(3, 1, 1))


def even_layer(hidden_dim, *args, **kwargs):
    """Your layer in training mode with scores of 0 and x itself as values: before dropout each weight is 1/T.

    What follows `hidden_dim` goes to your constructor.
    """
    zero = torch.zeros(hidden_dim, hidden_dim)
    return _fill(_your_class()(hidden_dim, *args, **kwargs), torch.stack([zero, zero, torch.eye(hidden_dim)]), True)


def _your_class():
    from self_attention import SelfAttention  # only now, for the judge loads this file before yours

    return SelfAttention


def _fill(layer, matrices, training):
    if not callable(layer):
        return layer  # your function gave no layer at all
    if matrices.dtype == torch.float64:
        layer.double()
    state = {f"{name}.weight": matrix for name, matrix in zip(NAMES, matrices, strict=True)}
    state |= {f"{name}.bias": torch.zeros(len(matrices[0])) for name in NAMES}  # 0 where there should be none at all
    found = layer.load_state_dict(state, strict=False)
    missing = [name for name in NAMES if f"{name}.weight" in getattr(found, "unexpected_keys", [])]
    if missing:
        raise MissingLayer(", ".join(missing))
    if training:
        layer.train()
    else:
        layer.eval()
    return layer
