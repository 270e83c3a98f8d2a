"""x cos + rotate_half(x) sin with doubled tables, as the published LLaMA code does it."""

import torch


def rotate_half(x):
    first, second = x.split(x.shape[-1] // 2, dim=-1)
    return torch.cat((-second, first), dim=-1)


def apply_rope(x, positions, base=10000.0):
    d = x.shape[-1]
    if d & 1:
        raise ValueError(f"d must be even, not {d}")
    kind = torch.promote_types(torch.float32, x.dtype)
    inverse = 1.0 / base ** (torch.arange(0, d, 2).to(kind) / d)
    angles = torch.einsum("t,f->tf", positions.to(kind), inverse)
    table = torch.cat((angles, angles), dim=-1)[None, None]
    return (x * table.cos() + rotate_half(x) * table.sin()).to(x.dtype)
