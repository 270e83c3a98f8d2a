"""The blocks on what a kata forbids: every door to a kernel that we know of, tried in a room."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from grader.judge.rooms import RoomLimits, Rooms
from grader.sandbox.tiers import Tier

BLOCKED = """
import torch, torch.nn.functional as F
from torch import nn
from grader.sandbox.blocks import Blocks, ForbiddenReached
held, table = F.scaled_dot_product_attention, torch._C._VariableFunctions
blocks = Blocks(["torch.nn.functional.scaled_dot_product_attention", "torch.nn.MultiheadAttention"], [])
blocks.install()
q = torch.randn(1, 2, 4, 8)
x = q[0]
w, b, one, none = torch.randn(24, 8), torch.randn(24), torch.eye(8), torch.zeros(8)
reached = False
try:
    {door}
except BaseException as error:
    reached = isinstance(error, ForbiddenReached)
answer = (blocks.reached or ["not reached"])[0], reached
"""
GRAPH = (
    "g = torch._C.Graph(); a = g.addInput(); c = g.insertConstant; n, z, f = c(None), c(0.0), c(False); "
    "r = g.create('aten::scaled_dot_product_attention', [a, a, a, n, z, f, n, f], 1); g.insertNode(r); "
    "g.registerOutput(r.output()); torch._C._create_function_from_graph('f', g)(q)"
)
DOORS = {
    "the function": "F.scaled_dot_product_attention(q, q, q)",
    "the function, held beforehand": "held(q, q, q)",
    "the class": "nn.MultiheadAttention(8, 2)",
    "its forward alone": "nn.MultiheadAttention.forward(nn.Linear(8, 8), x, x, x)",
    "its file again": "import importlib, torch.nn.modules.activation as m; importlib.reload(m)",
    "what is built on it": "nn.TransformerEncoderLayer(8, 2)",
    "the binding": "torch._C._nn.scaled_dot_product_attention(q, q, q)",
    "the table": "table._scaled_dot_product_attention_math(q, q, q)",
    "the table's class": "torch._C._VariableFunctionsClass._scaled_dot_product_attention_math(q, q, q)",
    "the table by its other name": "import torch._VF as t; t._scaled_dot_product_attention_math(q, q, q)",
    "the operator": "torch.ops.aten.scaled_dot_product_attention(q, q, q)",
    "the operator's overload": "torch.ops.aten._scaled_dot_product_flash_attention_for_cpu.default(q, q, q)",
    "the operator without gradients": "with torch.inference_mode(): torch._scaled_dot_product_attention_math(q, q, q)",
    "another key": "torch.ops.aten.scaled_dot_product_attention.default.redispatch("
    "torch._C.DispatchKeySet(torch._C.DispatchKey.AutogradXLA), q, q, q)",
    "a map over it": "torch.vmap(torch.ops.aten.scaled_dot_product_attention)(q, q, q)",
    "a derivative of it": "torch.func.jvp(lambda y: table._scaled_dot_product_attention_math(y, y, y), (q,), (q,))",
    "a boxed call": "torch._C._dispatch_call_boxed(torch._C._dispatch_find_schema_or_throw("
    "'aten::scaled_dot_product_attention', ''), q, q, q)",
    "half precision": "with torch.autocast('cpu'): torch.ops.aten.scaled_dot_product_attention(q, q, q)",
    "nested tensors": "t = torch.nested.nested_tensor([x, x]); torch.ops.aten.scaled_dot_product_attention(t, t, t)",
    "the fast path": "torch._native_multi_head_attention(x, x, x, 8, 2, w, b, one, none)",
    "the layer's fast path": "torch._transformer_encoder_layer_fwd("
    "x, 8, 2, w, b, one, none, False, False, 1e-5, none, none, none, none, one, none, one, none)",
    "a list of built-in functions": "import torch.jit._builtins as t; "
    "[f for f, n in t._builtin_ops if n == 'aten::_scaled_dot_product_attention_math'][0](q, q, q)",
    "a decomposition": "from torch._decomp import decomposition_table as t; "
    "[f for o, f in t.items() if 'flash_attention_for_cpu' in str(o)][0](q, q, q)",
}
WRAPPED = {  # TorchScript makes another exception of it, so only the note that it was reached is left
    "a graph": GRAPH,
    "a parsed graph": "torch._C._create_function_from_graph('f', torch._C.parse_ir('graph(%q : Tensor):\\n"
    " %n : None = prim::Constant()\\n %z : float = prim::Constant[value=0.]()\\n %f : bool = prim::Constant[value=0]()"
    "\\n %r : Tensor = aten::scaled_dot_product_attention(%q, %q, %q, %n, %z, %f, %n, %f)\\n return (%r)'))(q)",
    "a script": "torch.jit.CompilationUnit("
    "'def f(q):\\n  return torch._scaled_dot_product_attention_math(q, q, q)\\n').f(q)",
}
ALLOWED = (
    "m = nn.Sequential(nn.Linear(8, 8), nn.Dropout(0.1), nn.LayerNorm(8)); y = torch.softmax(m(q) @ q.mT, -1) @ q; "
    "y.sum().backward(); torch.vmap(lambda t: t @ t.mT)(q); torch.optim.Adam(m.parameters()).step()"
)


@pytest.fixture(scope="module")
def torch_rooms(stand: Path) -> Iterator[Rooms]:
    pytest.importorskip("torch", reason="torch is an extra")
    with Rooms(Tier.PLAIN, ["numpy", "torch"], worker="roomtalk", paths=[stand]) as rooms:
        yield rooms


@pytest.mark.slow
@pytest.mark.parametrize("door", DOORS | WRAPPED)
def test_no_door_leads_to_a_forbidden_kernel(torch_rooms: Rooms, ask, door: str) -> None:
    room = torch_rooms.open(RoomLimits())
    name, reached = eval(ask(room, BLOCKED.replace("{door}", (DOORS | WRAPPED)[door])))
    assert name in ("torch.nn.functional.scaled_dot_product_attention", "torch.nn.MultiheadAttention")
    assert reached or door in WRAPPED
    room.close()


@pytest.mark.slow
def test_what_is_not_forbidden_works_beside_the_blocks(torch_rooms: Rooms, ask) -> None:
    room = torch_rooms.open(RoomLimits())
    assert ask(room, BLOCKED.replace("{door}", ALLOWED + "; reached = 'worked'")) == "('not reached', 'worked')"
    with pytest.raises(BlockingIOError):  # nothing was printed, no warning either
        os.read(room.output, 1)
    room.close()
