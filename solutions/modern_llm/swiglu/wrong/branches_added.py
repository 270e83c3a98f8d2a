"""Adds the branches.

把两个分支相加了。

caught by: test_the_gate_multiplies
also fails: test_gradients_reach_the_input_and_all_weights,
test_large_gates_are_finite, test_random_weights_agree_with_the_formula,
test_the_activation_is_on_the_gate, test_the_activation_is_silu,
test_the_other_branch_is_linear
"""

import torch
from torch import nn
from torch.nn import functional as F


class SwiGLU(nn.Module):
    def __init__(self, dim, hidden):
        super().__init__()
        self.w_gate = nn.Linear(dim, hidden, bias=False)
        self.w_up = nn.Linear(dim, hidden, bias=False)
        self.w_down = nn.Linear(hidden, dim, bias=False)

    def forward(self, x):
        gate = F.silu(self.w_gate(x))
        return self.w_down(gate + self.w_up(x))
