"""A paged key-value cache. The statement holds the contract."""


class BlockTable:
    """Which blocks of memory hold the tokens of which sequence."""

    def __init__(self, num_blocks: int, block_size: int):
        """Make a table of free blocks."""
        raise NotImplementedError

    @property
    def free_blocks(self) -> int:
        """Return the number of free blocks."""
        raise NotImplementedError

    def append(self, seq: int) -> tuple[int, int]:
        """Return (block, offset) for one more token of ``seq``."""
        raise NotImplementedError

    def fork(self, parent: int, child: int) -> None:
        """Begin ``child`` with the tokens of ``parent``, sharing blocks."""
        raise NotImplementedError

    def free(self, seq: int) -> None:
        """End a sequence; its blocks return when nobody uses them."""
        raise NotImplementedError

    def blocks(self, seq: int) -> list[int]:
        """Return the blocks of a sequence, in order."""
        raise NotImplementedError
