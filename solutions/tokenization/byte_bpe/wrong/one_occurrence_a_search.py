"""Searches the whole text again for each occurrence.

每处理一处出现，就重新搜索整个文本。

caught by: test_20_000_characters_with_100_merges_are_encoded_in_time
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
        while True:
            best = min((self.index.get(p, len(self.merges)) for p in zip(ids, ids[1:])), default=len(self.merges))
            if best == len(self.merges):
                return ids
            at = next(i for i, p in enumerate(zip(ids, ids[1:])) if self.index.get(p) == best)
            ids[at : at + 2] = [256 + best]

    def decode(self, ids):
        if any(not 0 <= i < len(self.table) for i in ids):
            raise ValueError("no such id")
        return b"".join(self.table[i] for i in ids).decode("utf-8", errors="replace")


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
