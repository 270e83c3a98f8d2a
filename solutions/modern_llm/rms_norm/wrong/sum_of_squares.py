"""Divides by the L2 norm instead of the root mean square.

除以 L2 范数，而不是均方根。

caught by: test_random_inputs_agree_with_the_formula
also fails: test_a_view_is_an_input_like_any_other,
test_eps_stands_inside_the_root, test_gradients_reach_the_input_and_the_weight,
test_squares_of_half_precision_do_not_overflow, test_the_default_of_eps,
test_the_mean_is_not_subtracted, test_the_result_has_the_dtype_of_x
"""

import torch
from torch import nn


class RMSNorm(nn.Module):
    def __init__(self, dim, eps=1e-6):
        super().__init__()
        self.eps = eps
        self.weight = nn.Parameter(torch.ones(dim))

    def forward(self, x):
        h = x.to(torch.float64)
        h = h * torch.rsqrt(h.pow(2).sum(-1, keepdim=True) + self.eps)
        return (h * self.weight).to(x.dtype)
