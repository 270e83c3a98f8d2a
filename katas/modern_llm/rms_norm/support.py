"""Layers with weights of your choice; the hidden tests build theirs so."""


def norm_with(weight, **options):
    """Your RMSNorm with this weight (dim,) and the weight's dtype."""
    # Imported only now, because the judge loads this file before yours.
    from rms_norm import RMSNorm

    layer = RMSNorm(len(weight), **options)
    if not callable(layer):
        return layer  # your class gave no layer at all
    layer.to(weight.dtype)
    found = layer.load_state_dict({"weight": weight}, strict=False)
    if getattr(found, "unexpected_keys", []):
        raise AttributeError("your module has no parameter named weight")
    return layer


def parameters(dim):
    """The parameters of a new RMSNorm by name, as plain tensors."""
    from rms_norm import RMSNorm

    named = RMSNorm(dim).named_parameters()
    return {name: value.detach() for name, value in named}


def on_a_view(weight, x):
    """What your layer gives for x (A, B, dim) that lies as (B, A, dim)."""
    turned = x.transpose(0, 1).contiguous()
    return norm_with(weight)(turned.transpose(0, 1))
