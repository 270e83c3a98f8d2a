"""torch.where on a matrix of distances, einsum for slopes times distances."""

import torch


def _distance(length):
    index = torch.arange(length)
    return torch.sub(index.unsqueeze(1), index.unsqueeze(0))


def sliding_window_mask(length, window):
    if not window >= 1:
        raise ValueError
    distance = _distance(length)
    return torch.logical_and(distance.ge(0), distance.lt(window))


def alibi_bias(num_heads, length):
    n = num_heads
    while n > 1 and n % 2 == 0:
        n //= 2
    if n != 1:
        raise ValueError
    slopes = torch.pow(2.0, -8.0 * torch.arange(1, num_heads + 1) / num_heads)
    bias = torch.einsum("h,ij->hij", slopes, -_distance(length).float())
    return torch.where(bias > 0, torch.tensor(float("-inf")), bias)
