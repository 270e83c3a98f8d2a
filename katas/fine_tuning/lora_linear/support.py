"""LoRA layers whose matrices are known, built as any program would."""

import torch
from torch import nn


def base_of(weight, bias=None):
    """A plain layer with this weight (out, in) and bias (out,) or none."""
    layer = nn.Linear(weight.shape[1], weight.shape[0], bias=bias is not None)
    with torch.no_grad():
        layer.weight.copy_(weight)
        if bias is not None:
            layer.bias.copy_(bias)
    return layer


def lora(weight, bias, r, alpha, a=None, b=None):
    """Your layer over such a base; a (r, in) and b (out, r) go into it."""
    return lora_over(base_of(weight, bias), r, alpha, a, b)


def lora_over(base, r, alpha, a=None, b=None):
    """Your layer over `base`."""
    # Imported only now, because the judge loads this file before yours.
    from lora_linear import LoRALinear

    layer = LoRALinear(base, r, alpha)
    with torch.no_grad():
        if a is not None:
            layer.lora_A.copy_(a)
        if b is not None:
            layer.lora_B.copy_(b)
    return layer


def at_the_start(*settings):
    """The two matrices of a new layer."""
    layer = lora(*settings)
    return layer.lora_A.detach(), layer.lora_B.detach()


def trainable(*settings):
    """The names of the parameters that an optimiser would train."""
    return trained_names(lora(*settings))


def trainable_after_merging(*settings):
    """The same once the layer has been merged."""
    layer = lora(*settings)
    layer.merge()
    return trained_names(layer)


def trained_names(layer):
    """The names of the parameters of a layer that an optimiser would train."""
    named = layer.named_parameters()
    return sorted(name for name, value in named if value.requires_grad)


def output(x, *settings):
    """What your layer gives for x."""
    return lora(*settings)(x)


def merged_output(x, *settings):
    """What your merged layer gives for x; None if it is no plain layer."""
    merged = lora(*settings).merge()
    return merged(x) if is_plain(merged) else None


def is_plain(layer):
    """Whether it is a linear layer with a weight, a bias, and no more."""
    names = set(layer.state_dict()) if isinstance(layer, nn.Linear) else {""}
    return names <= {"weight", "bias"}


def after_merging(x, weight, bias, r, alpha, a, b, overwrite=False):
    """Merge a new layer, give it a and b, and merge it again.

    Sets all numbers of the merged layer to 9 if asked to. Gives the numbers
    of the base afterwards, what the LoRA layer gives for x, and what it gives
    merged once more.
    """
    base = base_of(weight, bias)
    layer = lora_over(base, r, alpha)
    layer.merge()
    with torch.no_grad():
        layer.lora_A.copy_(a)
        layer.lora_B.copy_(b)
    merged = layer.merge()
    if overwrite:
        with torch.no_grad():
            for value in merged.parameters():
                value.fill_(9.0)
    numbers = [value.detach().clone() for value in base.parameters()]
    return numbers, layer(x), layer.merge()(x)
