"""A classifier small enough to follow, which notes how it is called."""

import torch
from torch import nn


class Toy(nn.Module):
    """One linear layer. In training mode its logits count `boost` times.

    The boost stands for dropout: it makes the modes differ, but not by
    chance. `graphs` notes for each call in evaluation mode whether the logits
    can be differentiated.
    """

    def __init__(self, weight, bias, boost=1.0):
        super().__init__()
        self.linear = nn.Linear(weight.shape[1], weight.shape[0])
        self.double()
        self.linear.load_state_dict({"weight": weight, "bias": bias})
        self.boost, self.graphs = boost, []

    def forward(self, inputs):
        logits = self.linear(inputs)  # (B, C)
        if self.training:
            return self.boost * logits
        self.graphs.append(logits.requires_grad)
        return logits


def run(start, *given, boost=1.0, mode=True, old_gradient=None):
    """Fine-tune a Toy that starts at (weight, bias).

    Gives your list, the weight, the bias, and the toy's notes.
    """
    # Imported only now, because the judge loads this file before yours.
    from fix_finetune import finetune

    toy = Toy(*start, boost)
    toy.train(mode)
    if old_gradient is not None:
        for parameter in toy.parameters():
            parameter.grad = torch.full_like(parameter, old_gradient)
    history = finetune(toy, *given)
    linear = toy.linear
    return history, linear.weight.detach(), linear.bias.detach(), toy.graphs
