"""A linear classifier under plain SGD, which notes what is asked of it."""

from collections import defaultdict

import torch
from torch import nn


class Toy(nn.Linear):
    """A linear layer in float64 that notes the size of each batch."""

    def __init__(self, weight):
        super().__init__(weight.shape[1], weight.shape[0], bias=False)
        self.double()
        self.load_state_dict({"weight": weight})
        self.sizes = []

    def forward(self, inputs):
        self.sizes.append(len(inputs))
        return super().forward(inputs)


class Descent(torch.optim.Optimizer):
    """Plain gradient descent that counts its steps.

    It is set up like an optimiser that is unpickled, hooks included. The
    usual constructor imports torch's compiler, which takes a second.
    """

    def __init__(self, params, lr):
        group = {"params": list(params), "lr": lr}
        state = {"defaults": {"lr": lr}, "state": defaultdict(dict)}
        self.__setstate__({**state, "param_groups": [group], "steps": 0})

    def zero_grad(self, set_to_none=True):
        for parameter in self.param_groups[0]["params"]:
            if set_to_none:
                parameter.grad = None
            elif parameter.grad is not None:
                parameter.grad.zero_()

    def step(self, closure=None):
        loss = None if closure is None else closure()
        self.steps += 1
        with torch.no_grad():
            for parameter in self.param_groups[0]["params"]:
                if parameter.grad is not None:
                    parameter -= self.param_groups[0]["lr"] * parameter.grad
        return loss


def run(weight, micro_batches, lr, old_gradient=0.0):
    """Take your step with a Toy of this weight (C, D).

    Gives your result, the weight afterwards, the sizes of the batches that
    went through the model, and the number of steps of the optimiser.
    """
    # Imported only now, because the judge loads this file before yours.
    from gradient_accumulation import accumulate_step

    toy = Toy(weight)
    optimizer = Descent(toy.parameters(), lr)
    if old_gradient:
        toy.weight.grad = torch.full_like(toy.weight, old_gradient)
    loss = accumulate_step(toy, optimizer, micro_batches)
    return loss, toy.weight.detach(), toy.sizes, optimizer.steps
