"""Takes the ids out of the caller's list.

把调用者列表里的 id 都取走了。

caught by: test_a_character_may_be_spread_over_ids
"""

class ByteBPE:
    def __init__(self, merges):
        self.merges = [tuple(pair) for pair in merges]
        self.index = {}
        self.table = [bytes([byte]) for byte in range(256)]
        for i, (left, right) in enumerate(self.merges):
            self.index.setdefault((left, right), i)
            self.table.append(self.table[left] + self.table[right])

    def encode(self, text):
        ids = list(text.encode("utf-8"))
        for i, pair in enumerate(self.merges):
            ids = merge(ids, pair, 256 + i)
        return ids

    def decode(self, ids):
        if any(not 0 <= i < len(self.table) for i in ids):
            raise ValueError("no such id")
        data = b""
        while ids:
            data += self.table[ids.pop(0)]
        return data.decode("utf-8", errors="replace")


def merge(ids, pair, new):
    out, i = [], 0
    while i < len(ids):
        if i + 1 < len(ids) and ids[i] == pair[0] and ids[i + 1] == pair[1]:
            out.append(new)
            i += 2
        else:
            out.append(ids[i])
            i += 1
    return out
