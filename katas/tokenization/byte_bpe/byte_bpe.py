"""Byte-level BPE. The statement holds the contract."""


class ByteBPE:
    """Ids 0-255 are bytes; 256 + i is ``merges[i]``, a pair of ids."""

    def __init__(self, merges: list[tuple[int, int]]):
        raise NotImplementedError

    def encode(self, text: str) -> list[int]:
        """Return the ids of the text's UTF-8 bytes after all merges."""
        raise NotImplementedError

    def decode(self, ids: list[int]) -> str:
        """Return the text; an id that doesn't exist raises ``ValueError``."""
        raise NotImplementedError
