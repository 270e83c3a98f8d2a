"""Build your `CrossAttention` with weights of your choice.

The hidden tests build theirs with this file, so you can repeat what a report
shows.
"""

import torch


class MissingParameter(AttributeError):
    """Your module has no parameters of these names."""


def layer_with(sizes, weights):
    """Your layer of `sizes`, with `weights` by their names.

    `sizes` is (dim, memory_dim, num_heads).
    """
    layer = _your_class()(*sizes)
    found = layer.load_state_dict(weights, strict=False)
    unknown = getattr(found, "unexpected_keys", [])
    if unknown:
        raise MissingParameter(", ".join(unknown))
    return layer.eval()


def output(sizes, weights, *args, **kwargs):
    """What such a layer gives for these arguments, without gradients."""
    with torch.no_grad():
        return layer_with(sizes, weights)(*args, **kwargs)


def on_views(sizes, weights, *args):
    """The same, where the arguments lie with length and batch swapped."""
    turned = [value.transpose(0, 1).contiguous() for value in args]
    return output(sizes, weights, *[value.transpose(0, 1) for value in turned])


def in_float64(sizes, weights, *args):
    """The same after .double()."""
    with torch.no_grad():
        return layer_with(sizes, weights).double()(*args)


def shapes(*sizes):
    """Names and shapes of the parameters of a new layer."""
    named = _your_class()(*sizes).named_parameters()
    return {name: tuple(value.shape) for name, value in named}


def _your_class():
    # Imported only now, because the judge loads this file before yours.
    from cross_attention import CrossAttention

    return CrossAttention
