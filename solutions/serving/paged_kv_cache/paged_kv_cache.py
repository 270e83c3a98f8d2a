"""The block table of a paged key-value cache, written to be read.

Each block counts its users. An append writes only into a block that has one
user and room; in all other cases it takes a new block first.
"""


class BlockTable:
    """Which blocks of memory hold the tokens of which sequence."""

    def __init__(self, num_blocks: int, block_size: int):
        """Make a table of free blocks."""
        self._size = block_size
        self._free = list(range(num_blocks))
        self._users: dict[int, int] = {}  # of each block in use
        self._blocks: dict[int, list[int]] = {}  # of each sequence
        self._lengths: dict[int, int] = {}  # in tokens

    @property
    def free_blocks(self) -> int:
        """Return the number of free blocks."""
        return len(self._free)

    def append(self, seq: int) -> tuple[int, int]:
        """Return (block, offset) for one more token of ``seq``."""
        blocks = self._blocks.get(seq, [])
        length = self._lengths.get(seq, 0)
        offset = length % self._size
        # The trap: `_take` may raise, so it comes before every change. And a
        # full block is never written to, shared or not: look at that first.
        if offset == 0:
            blocks = [*blocks, self._take()]
        elif self._users[blocks[-1]] > 1:  # copy on write
            shared = blocks[-1]
            blocks = [*blocks[:-1], self._take()]
            self._users[shared] -= 1
        self._blocks[seq] = blocks
        self._lengths[seq] = length + 1
        return blocks[-1], offset

    def fork(self, parent: int, child: int) -> None:
        """Begin ``child`` with the tokens of ``parent``, sharing blocks."""
        if child in self._blocks:
            raise KeyError(f"sequence {child} exists already")
        blocks = self._blocks[parent]
        for block in blocks:
            self._users[block] += 1
        self._blocks[child] = list(blocks)
        self._lengths[child] = self._lengths[parent]

    def free(self, seq: int) -> None:
        """End a sequence; its blocks return when nobody uses them."""
        for block in self._blocks.pop(seq):
            self._users[block] -= 1
            if self._users[block] == 0:
                self._free.append(block)
        del self._lengths[seq]

    def blocks(self, seq: int) -> list[int]:
        """Return the blocks of a sequence, in order."""
        return list(self._blocks[seq])

    def _take(self) -> int:
        """Return a free block, which has one user from now on."""
        if not self._free:
            raise MemoryError("no free block")
        block = self._free.pop()
        self._users[block] = 1
        return block
