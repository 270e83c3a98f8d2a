"""A sequence that finds no block is begun all the same.

没有空闲块的序列照样开始了。

caught by: test_without_a_free_block_nothing_changes
also fails: test_a_long_script_of_all_operations
"""

class BlockTable:

    def __init__(self, num_blocks: int, block_size: int):
        self._size = block_size
        self._free = list(range(num_blocks))
        self._users: dict[int, int] = {}
        self._blocks: dict[int, list[int]] = {}
        self._lengths: dict[int, int] = {}

    @property
    def free_blocks(self) -> int:
        return len(self._free)

    def append(self, seq: int) -> tuple[int, int]:
        blocks = self._blocks.setdefault(seq, [])
        length = self._lengths.setdefault(seq, 0)
        offset = length % self._size
        if offset == 0:
            blocks = [*blocks, self._take()]
        elif self._users[blocks[-1]] > 1:
            shared = blocks[-1]
            blocks = [*blocks[:-1], self._take()]
            self._users[shared] -= 1
        self._blocks[seq] = blocks
        self._lengths[seq] = length + 1
        return (blocks[-1], offset)

    def fork(self, parent: int, child: int) -> None:
        if child in self._blocks:
            raise KeyError(f'sequence {child} exists already')
        blocks = self._blocks[parent]
        for block in blocks:
            self._users[block] += 1
        self._blocks[child] = list(blocks)
        self._lengths[child] = self._lengths[parent]

    def free(self, seq: int) -> None:
        for block in self._blocks.pop(seq):
            self._users[block] -= 1
            if self._users[block] == 0:
                self._free.append(block)
        del self._lengths[seq]

    def blocks(self, seq: int) -> list[int]:
        return list(self._blocks[seq])

    def _take(self) -> int:
        if not self._free:
            raise MemoryError('no free block')
        block = self._free.pop()
        self._users[block] = 1
        return block
