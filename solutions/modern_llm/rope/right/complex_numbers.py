"""The halves as the real and imaginary part of a complex tensor, multiplied by exp(iθ)."""

import torch


def apply_rope(x, positions, base=10000.0):
    half, odd = divmod(x.size(-1), 2)
    if odd:
        raise ValueError("odd head dimension")
    wide = x.double()
    z = torch.complex(wide[..., :half].contiguous(), wide[..., half:].contiguous())
    theta = torch.outer(positions.double(), torch.pow(base, -torch.arange(half).double() / max(half, 1)))
    z = z * torch.polar(torch.ones_like(theta), theta)
    return torch.cat((z.real, z.imag), dim=-1).type_as(x)
