"""In the worker: gradients of what a submission computes. Numbers go back, and the judge compares them.

Only functions of PyTorch's own core are used, as they were before there was a submission.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from grader import wire
from grader.sandbox.trampoline import outside
from grader.wire.arrays import torch_tools

Jobs = Generator[Any, Any, Any]


def differentiate(target: Any, request: wire.Differentiate, backward: Any, switches: Any) -> Jobs:
    """Gradients of <output, cotangent> as plain data; `problem` says why there are none.

    Returns whether all went well, and the gradients or what was raised. Yields jobs as `worker` says; `backward` is
    PyTorch's engine, see `engine`.
    """
    torch = torch_tools()
    enabled = torch._C.is_grad_enabled()
    torch._C._set_grad_enabled(True)
    try:
        args = [_leaf(arg, not request.parameters, torch) for arg in request.args]
        well, output = yield outside, (*switches, target, args, {}), {}
        if not well:
            return False, output
        named: Any = dict(enumerate(args))
        if request.parameters:
            well, ask = yield getattr, (target, "named_parameters"), {}
            well, found = (yield ask, (), {}) if well else (well, ask)
            well, named = (yield dict, (found,), {}) if well else (well, found)
            if not well:
                return False, named
        pairs = _pairs(output, request.cotangent, torch)
        if isinstance(pairs, str):
            return True, {"problem": pairs}
        wanted = {name: x for name, x in named.items() if issubclass(type(x), torch.Tensor) and _requires(x, torch)}
        if not wanted:
            return True, {"problem": "", "gradients": dict.fromkeys(named)}
        outs, weights = tuple(out for out, _ in pairs), tuple(given for _, given in pairs)
        given = (outs, weights, False, False, tuple(wanted.values()), True)
        well, found = yield backward, given, {"accumulate_grad": False}
        if not well:
            return False, found
        gradients = dict(zip(wanted, found, strict=True))
        return True, {"problem": "", "gradients": {name: gradients.get(name) for name in named}}
    finally:
        torch._C._set_grad_enabled(enabled)


def engine() -> Any:
    """PyTorch's engine, for `differentiate`; None where PyTorch is not loaded."""
    torch = torch_tools()
    return None if torch is None else torch.autograd.variable.Variable._execution_engine.run_backward


def _leaf(arg: Any, differentiable: bool, torch: Any) -> Any:
    if differentiable and issubclass(type(arg), torch.Tensor) and torch.methods.is_floating_point(arg):
        return torch.methods.requires_grad_(torch.methods.clone(torch.methods.detach(arg)))
    return arg


def _requires(tensor: Any, torch: Any) -> bool:
    return bool(torch.methods.requires_grad.__get__(tensor))


def _pairs(output: Any, cotangent: Any, torch: Any) -> list[tuple[Any, Any]] | str:
    outputs, cotangents = _several(output), _several(cotangent)
    if len(outputs) != len(cotangents):
        return f"{len(cotangents)} outputs were due, {len(outputs)} came"
    pairs = [(out, given) for out, given in zip(outputs, cotangents, strict=True) if given is not None]
    for out, given in pairs:
        if not issubclass(type(out), torch.Tensor) or not _requires(out, torch):
            return "the result carries no gradient"
        if tuple(torch.methods.shape.__get__(out)) != tuple(given.shape):
            return f"the result has shape {tuple(torch.methods.shape.__get__(out))}, not {tuple(given.shape)}"
    return [(out, torch.methods.to(given, torch.methods.dtype.__get__(out))) for out, given in pairs]


def _several(value: Any) -> list[Any]:
    for kind in (tuple, list):
        if issubclass(type(value), kind):
            return list(kind.__iter__(value))
    return [value]
