"""Returns a matrix whatever the shape of x.

不管 x 的形状如何，都返回矩阵。

caught by: test_random_weights_agree_with_the_formula
also fails: test_the_activation_is_on_the_gate, test_the_gate_multiplies,
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
        x = x.reshape(-1, x.shape[-1])
        gate = F.silu(self.w_gate(x))
        return self.w_down(gate * self.w_up(x))
