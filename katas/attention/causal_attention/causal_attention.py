"""Causal attention. The statement says what is promised."""

from torch import Tensor


def causal_attention(q: Tensor, k: Tensor, v: Tensor) -> Tensor:
    """Attend from q (B, h, Tq, d) to k, v (B, h, Tk, d): (B, h, Tq, d).

    Query i sits at position Tk - Tq + i and sees no later key.
    ``ValueError`` if Tq > Tk.
    """
    raise NotImplementedError
