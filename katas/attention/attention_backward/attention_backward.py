"""Backward pass of attention. The statement says what is promised."""

from numpy import ndarray as Array  # noqa: N812 - the name of the statement


def attention_backward(
    q: Array,
    k: Array,
    v: Array,
    d_out: Array,
    causal: bool = False,
) -> tuple[Array, Array, Array]:
    """Return the gradients for q (T, d), k (S, d) and v (S, dv).

    They are those of the sum of d_out * out, both (T, dv).
    """
    raise NotImplementedError
