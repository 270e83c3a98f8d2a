"""In the worker: gradients of what a submission computes. Numbers go back, and the judge compares them."""

from __future__ import annotations

from typing import Any

from grader import wire


def differentiate(target: Any, request: wire.Differentiate) -> dict[str, Any]:
    """Gradients of <output, cotangent> as plain data; `problem` says why there are none."""
    import torch

    with torch.enable_grad():
        args = [_leaf(arg, not request.parameters) for arg in request.args]
        output = target(*args)
        pairs = _pairs(output, request.cotangent)
        if isinstance(pairs, str):
            return {"problem": pairs}
        named = dict(target.named_parameters()) if request.parameters else dict(enumerate(args))
        wanted = {name: x for name, x in named.items() if isinstance(x, torch.Tensor) and x.requires_grad}
        # As one number: given cotangents, PyTorch imports sympy first, which takes longer than most verdicts.
        weighed = sum(((out * given).sum() for out, given in pairs), start=torch.zeros(()))
        found = torch.autograd.grad(weighed, list(wanted.values()), allow_unused=True)
        gradients = dict(zip(wanted, found, strict=True))
        return {"problem": "", "gradients": {name: gradients.get(name) for name in named}}


def _leaf(arg: Any, differentiable: bool) -> Any:
    import torch

    if differentiable and isinstance(arg, torch.Tensor) and arg.is_floating_point():
        return arg.detach().clone().requires_grad_()
    return arg


def _pairs(output: Any, cotangent: Any) -> list[tuple[Any, Any]] | str:
    import torch

    outputs = output if isinstance(output, tuple | list) else [output]
    cotangents = cotangent if isinstance(cotangent, tuple | list) else [cotangent]
    if len(outputs) != len(cotangents):
        return f"{len(cotangents)} outputs were due, {len(outputs)} came"
    pairs = [(out, given) for out, given in zip(outputs, cotangents, strict=True) if given is not None]
    for out, given in pairs:
        if not isinstance(out, torch.Tensor) or not out.requires_grad:
            return "the result carries no gradient"
        if out.shape != given.shape:
            return f"the result has shape {tuple(out.shape)}, not {tuple(given.shape)}"
    return [(out, given.to(out.dtype)) for out, given in pairs]
