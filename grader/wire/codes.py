"""The numbers of the extensions by which values cross, and the error for what may not."""

from __future__ import annotations

TUPLE, SET, FROZENSET, BIGINT, TEXT, COMPLEX, ARRAY, SCALAR = range(1, 9)
TENSOR, NP_DTYPE, PT_DTYPE, SIZE, DEVICE, HANDLE, LENT, DICT = range(9, 17)


class WireError(Exception):
    """A frame or a value that is not allowed to cross."""
