"""Build your `TinyGPT` with weights of your choice.

The hidden tests build theirs with this file, so you can repeat what a report
shows.
"""

import torch


class MissingParameter(AttributeError):
    """Your module has no parameters of these names."""


def layer_with(sizes, weights):
    """Your layer of `sizes`, with `weights` by their names.

    `sizes` is (vocab_size, dim, num_heads, num_layers, max_len).
    """
    layer = _your_class()(*sizes)
    found = layer.load_state_dict(weights, strict=False)
    unknown = getattr(found, "unexpected_keys", [])
    if unknown:
        raise MissingParameter(", ".join(unknown))
    return layer.eval()


def trained(sizes, weights):
    """Such a layer in training mode."""
    return layer_with(sizes, weights).train()


def output(sizes, weights, *args, **kwargs):
    """What such a layer gives for these arguments, without gradients."""
    with torch.no_grad():
        return layer_with(sizes, weights)(*args, **kwargs)


def shapes(*sizes):
    """Names and shapes of the parameters of a new layer."""
    named = _your_class()(*sizes).named_parameters()
    return {name: tuple(value.shape) for name, value in named}


def _your_class():
    # Imported only now, because the judge loads this file before yours.
    from fix_gpt import TinyGPT

    return TinyGPT
