"""Blocks on PyTorch's operators where all of their doors meet: in its dispatcher, as another kernel for them.

Bindings, `torch.ops`, TorchScript, graphs, boxed calls and what held on to a function beforehand all end there. What
does not: machine code that calls a kernel by its address, and a submission that registers one of its own.
"""

from __future__ import annotations

import ctypes
import functools
import sys
import warnings
from collections.abc import Callable
from typing import Any, NoReturn

KERNELS = {  # of a forbidden name's last part: what the names of operators contain that do the same
    "scaled_dot_product_attention": ("attention", "transformer_encoder_layer_fwd"),
    "MultiheadAttention": ("multi_head_attention", "transformer_encoder_layer_fwd"),
}
COMPOSED = "CompositeImplicitAutograd"  # an operator made of others, for whatever device


def block_kernels(part: str, blocked: Callable[..., NoReturn]) -> None:
    """Let every operator whose name contains `part` call `blocked`, as far as it computes anything on a CPU."""
    torch: Any = sys.modules.get("torch")
    if torch is None or not hasattr(torch, "_C"):  # not there, or itself forbidden
        return
    library = torch._C._dispatch_library("IMPL", "aten", "")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that a kernel is replaced
        for operator, key in places(part):
            library.impl(operator, key, blocked)
    # With its last reference the library would take its kernels back, so there is one that nobody can give up.
    ctypes.pythonapi.Py_IncRef(ctypes.py_object(library))


@functools.cache
def places(part: str) -> tuple[tuple[str, str], ...]:
    """Operators and dispatch keys. It takes some milliseconds to find them, so a zygote does it for its rooms."""
    torch: Any = sys.modules["torch"]
    has = torch._C._dispatch_has_kernel_for_dispatch_key
    found: list[tuple[str, str]] = []
    for operator in torch._C._dispatch_get_all_op_names():
        if not operator.startswith("aten::") or part not in operator:
            continue
        keys = [key for key in ("CPU", "NestedTensorCPU", COMPOSED) if has(operator, key)]
        if COMPOSED in keys:
            keys = ["CPU", *keys, "FuncTorchVmapMode"]  # a map takes it apart before it gets to the device
        if keys:
            found += [(operator, key) for key in ("AutogradCPU", *keys)]
    return tuple(found)


def prepare() -> None:
    """Look up what any kata may forbid, and let `torch.compile` say at once that it can't work in a room.

    It would spend ten seconds on the way to a compiler that no room can start.
    """
    if "torch" in sys.modules:
        torch: Any = sys.modules["torch"]
        torch.compile = _no_compiler
        for parts in KERNELS.values():
            for part in parts:
                places(part)


def _no_compiler(*_: object, **__: object) -> NoReturn:
    raise RuntimeError("torch.compile can't work here")
