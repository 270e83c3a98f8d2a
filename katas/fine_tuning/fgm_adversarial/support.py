"""Plays attacks on a parameter of your choice and notes what becomes of it."""

import torch
from torch import nn


def play(values, gradient, steps, *settings):
    """Make a parameter and your FGM for it, then take the steps.

    A step is "attack", "restore", or "train", which adds 1 to every number.
    Gives the values after each step, and the gradient at the end.
    """
    # Imported only now, because the judge loads this file before yours.
    from fgm_adversarial import FGM

    parameter = nn.Parameter(values.clone())
    fgm = FGM(parameter, *settings)
    if gradient is not None:
        parameter.grad = gradient.clone()
    seen = []
    for step in steps:
        if step == "train":
            with torch.no_grad():
                parameter.add_(1.0)
        else:
            getattr(fgm, step)()
        seen.append(parameter.detach().clone())
    return seen, parameter.grad


def two_at_once(first, second, gradient):
    """Attack two parameters, then restore both; gives their values."""
    from fgm_adversarial import FGM

    parameters = [nn.Parameter(first.clone()), nn.Parameter(second.clone())]
    attackers = [FGM(parameter) for parameter in parameters]
    for parameter in parameters:
        parameter.grad = gradient.clone()
    for attacker in attackers:
        attacker.attack()
    for attacker in attackers:
        attacker.restore()
    return [parameter.detach() for parameter in parameters]
