"""Users of a block as a set of sequences; free blocks as a set; ids from 100."""


class BlockTable:
    def __init__(self, num_blocks, block_size):
        self.size = block_size
        self.users = {100 + i: set() for i in range(num_blocks)}
        self.tables = {}
        self.counts = {}

    @property
    def free_blocks(self):
        return sum(not users for users in self.users.values())

    def _new(self, seq):
        for block, users in self.users.items():
            if not users:
                users.add(seq)
                return block
        raise MemoryError("out of blocks")

    def append(self, seq):
        table, count = self.tables.get(seq, ()), self.counts.get(seq, 0)
        offset = count % self.size
        if not offset:
            table += (self._new(seq),)
        elif self.users[table[-1]] != {seq}:
            old = table[-1]
            table = table[:-1] + (self._new(seq),)
            self.users[old].discard(seq)
        self.tables[seq], self.counts[seq] = table, count + 1
        return table[-1], offset

    def fork(self, parent, child):
        if parent not in self.tables or child in self.tables:
            raise KeyError((parent, child))
        self.tables[child], self.counts[child] = self.tables[parent], self.counts[parent]
        for block in self.tables[child]:
            self.users[block].add(child)

    def free(self, seq):
        for block in self.tables.pop(seq):
            self.users[block].discard(seq)
        self.counts.pop(seq)

    def blocks(self, seq):
        return list(self.tables[seq])
