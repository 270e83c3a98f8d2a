"""Layers with weights of your choice; the hidden tests build theirs so."""


def layer_with(gate, up, down):
    """Your SwiGLU with w_gate, w_up (hidden, dim), w_down (dim, hidden)."""
    # Imported only now, because the judge loads this file before yours.
    from swiglu import SwiGLU

    hidden, dim = gate.shape
    layer = SwiGLU(dim, hidden)
    if not callable(layer):
        return layer  # your class gave no layer at all
    layer.to(gate.dtype)
    state = {"w_gate.weight": gate, "w_up.weight": up, "w_down.weight": down}
    # biases, where there should be none at all, are 0
    for name, value in layer.named_parameters():
        if name.endswith(".bias"):
            state[name] = value.detach() * 0
    layer.load_state_dict(state, strict=False)
    known = dict(layer.named_parameters())
    missing = [name for name in state if name not in known]
    if missing:
        raise AttributeError(f"your module has no {', '.join(missing)}")
    return layer


def shapes(dim, hidden):
    """The shapes of the parameters of a new SwiGLU, by name."""
    from swiglu import SwiGLU

    named = SwiGLU(dim, hidden).named_parameters()
    return {name: tuple(value.shape) for name, value in named}
