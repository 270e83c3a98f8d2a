"""Uses the sigmoid: that is GLU.

用了 sigmoid：那是 GLU。

caught by: test_the_activation_is_silu
also fails: test_gradients_reach_the_input_and_all_weights,
test_large_gates_are_finite, test_random_weights_agree_with_the_formula,
test_the_activation_is_on_the_gate
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
        gate = torch.sigmoid(self.w_gate(x))
        return self.w_down(gate * self.w_up(x))
