"""Objects for blocks with a count of their own and a fill; free blocks in a deque."""

from collections import deque


class Block:
    def __init__(self, number):
        self.number, self.refs = number, 0


class BlockTable:
    def __init__(self, num_blocks, block_size):
        self._pool = deque(Block(-i) for i in range(num_blocks))
        self._block_size = block_size
        self._sequences = {}
        self.free_blocks = num_blocks

    def _acquire(self):
        try:
            block = self._pool.popleft()
        except IndexError:
            raise MemoryError("no free block") from None
        block.refs = 1
        self.free_blocks -= 1
        return block

    def _release(self, block):
        block.refs -= 1
        if not block.refs:
            self._pool.append(block)
            self.free_blocks += 1

    def append(self, seq):
        blocks, fill = self._sequences.get(seq) or ([], self._block_size)
        if fill == self._block_size:
            blocks, fill = blocks + [self._acquire()], 0
        elif blocks[-1].refs > 1:
            fresh = self._acquire()
            self._release(blocks[-1])
            blocks = blocks[:-1] + [fresh]
        self._sequences[seq] = blocks, fill + 1
        return blocks[-1].number, fill

    def fork(self, parent, child):
        blocks, fill = self._sequences[parent]
        if child in self._sequences:
            raise KeyError(child)
        for block in blocks:
            block.refs += 1
        self._sequences[child] = blocks, fill

    def free(self, seq):
        blocks, _ = self._sequences.pop(seq)
        for block in blocks:
            self._release(block)

    def blocks(self, seq):
        return [block.number for block in self._sequences[seq][0]]
