"""Attention in one pass over blocks. The statement says what is promised."""

from collections.abc import Iterable

from numpy import ndarray as Array  # noqa: N812 - the name of the statement


def online_attention(
    q: Array,
    blocks: Iterable[tuple[Array, Array]],
) -> Array:
    """Return the attention (T, dv) of q (T, d) over all keys of all blocks.

    A block is a pair of keys (b, d) and values (b, dv). ``ValueError`` if
    there is no key at all.
    """
    raise NotImplementedError
