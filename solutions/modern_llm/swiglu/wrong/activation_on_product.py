"""Puts the activation on the product.

把激活函数放在了乘积上。

caught by: test_the_other_branch_is_linear
also fails: test_gradients_reach_the_input_and_all_weights,
test_large_gates_are_finite, test_random_weights_agree_with_the_formula,
test_the_activation_is_on_the_gate, test_the_activation_is_silu
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
        gate = self.w_gate(x)
        return self.w_down(F.silu(gate * self.w_up(x)))
