"""Layers to try your `SelfAttention` with.

One takes matrices of your choice, two give results you can predict. The
hidden tests build theirs with this file, so you can repeat what a report
shows. Each layer is made as any program would make it: the constructor, the
matrices by their names, then the mode.
"""

import torch

NAMES = ("query_matrix", "key_matrix", "value_matrix")


class MissingLayer(AttributeError):
    """Your module has no linear layers of these names."""


def layer_with(matrices, training=False):
    """Your layer with `matrices` (3, H, H) for queries, keys and values.

    Matrices in float64 go in after `.double()`.
    """
    return _fill(_your_class()(matrices.shape[-1]), matrices, training)


def identity_layer(hidden_dim):
    """Your layer in evaluation mode with three identities.

    The scores are x xᵀ / √H, the values x itself.
    """
    return layer_with(torch.eye(hidden_dim).repeat(3, 1, 1))


def even_layer(hidden_dim, *args, **kwargs):
    """Your layer in training mode: scores are 0, the values x itself.

    It has been evaluated before. Before dropout each weight is 1/T. What
    follows `hidden_dim` goes to your constructor.
    """
    layer = _your_class()(hidden_dim, *args, **kwargs)
    zero = torch.zeros(hidden_dim, hidden_dim)
    matrices = torch.stack([zero, zero, torch.eye(hidden_dim)])
    _fill(layer, matrices, False)
    if callable(layer):
        layer(torch.zeros(1, 2, hidden_dim))
        layer.train()
    return layer


def on_a_view(matrices, x):
    """What your layer gives for x that lies in memory as (T, B, H)."""
    turned = x.transpose(0, 1).contiguous()
    return layer_with(matrices)(turned.transpose(0, 1))


def after_a_step(layer, x, direction, rate):
    """Your layer's output after one step of gradient descent.

    The loss is sum(output * direction), and the step moves the matrices and
    x. Gives also the names of those that no gradient has reached.
    """
    x = x.clone().requires_grad_()
    output, _ = layer(x)
    if output.requires_grad:
        (output * direction).sum().backward()
    leaves = {"x": x}
    for name, parameter in layer.named_parameters():
        if not name.endswith("bias"):
            leaves[name.removesuffix(".weight")] = parameter
    with torch.no_grad():
        for leaf in leaves.values():
            if leaf.grad is not None:
                leaf -= rate * leaf.grad
        missing = [name for name, leaf in leaves.items() if leaf.grad is None]
        return layer(x)[0], missing


def _your_class():
    # Imported only now, because the judge loads this file before yours.
    from self_attention import SelfAttention

    return SelfAttention


def _fill(layer, matrices, training):
    if not callable(layer):
        return layer  # your function gave no layer at all
    if matrices.dtype == torch.float64:
        layer.double()
    state = {}
    for name, matrix in zip(NAMES, matrices, strict=True):
        state[f"{name}.weight"] = matrix
        # 0, where there should be none at all
        state[f"{name}.bias"] = torch.zeros(len(matrix))
    found = layer.load_state_dict(state, strict=False)
    unknown = getattr(found, "unexpected_keys", [])
    missing = [name for name in NAMES if f"{name}.weight" in unknown]
    if missing:
        raise MissingLayer(", ".join(missing))
    if training:
        layer.train()
    else:
        layer.eval()
    return layer
