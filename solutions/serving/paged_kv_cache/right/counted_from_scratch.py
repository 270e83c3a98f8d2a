"""No counters: what is shared and what is free is computed from the tables each time."""


class BlockTable:
    def __init__(self, num_blocks, block_size):
        self.num_blocks, self.block_size = num_blocks, block_size
        self.seqs = {}

    def _used(self, without=None):
        return {b for seq, (blocks, _) in self.seqs.items() if seq != without for b in blocks}

    @property
    def free_blocks(self):
        return self.num_blocks - len(self._used())

    def append(self, seq):
        blocks, n = self.seqs.get(seq, ([], 0))
        full = n == len(blocks) * self.block_size
        if full or blocks[-1] in self._used(without=seq):
            free = sorted(set(range(self.num_blocks)) - self._used())
            if not free:
                raise MemoryError
            blocks = (blocks if full else blocks[:-1]) + free[:1]
        self.seqs[seq] = (blocks, n + 1)
        return (blocks[-1], n % self.block_size)

    def fork(self, parent, child):
        if child in self.seqs:
            raise KeyError(child)
        self.seqs[child] = self.seqs[parent]

    def free(self, seq):
        del self.seqs[seq]

    def blocks(self, seq):
        return list(self.seqs[seq][0])
