"""SwiGLU (Shazeer 2020), written to be read.

y = w_down( silu(w_gate x) * (w_up x) )        silu(z) = z sigmoid(z)
"""

from torch import Tensor, nn
from torch.nn.functional import silu


class SwiGLU(nn.Module):
    """Holds ``w_gate``, ``w_up`` and ``w_down``, without bias."""

    def __init__(self, dim: int, hidden: int):
        super().__init__()
        self.w_gate = nn.Linear(dim, hidden, bias=False)
        self.w_up = nn.Linear(dim, hidden, bias=False)
        self.w_down = nn.Linear(hidden, dim, bias=False)

    def forward(self, x: Tensor) -> Tensor:
        """Take x (..., dim) and return the same shape."""
        # The trap: the activation is on the gate alone, before the product.
        gate = silu(self.w_gate(x))  # (..., hidden)
        return self.w_down(gate * self.w_up(x))  # (..., dim)
