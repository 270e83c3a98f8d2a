"""Linear attention. The statement says what is promised."""

from numpy import ndarray as Array  # noqa: N812 - the name of the statement


def linear_attention(
    q: Array,
    k: Array,
    v: Array,
    causal: bool = False,
) -> Array:
    """Return the attention (T, dv) of q, k (T, d) and v (T, dv)."""
    raise NotImplementedError
