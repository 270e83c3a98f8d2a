"""Raises IndexError for an unknown id.

遇到未知 id 时抛出 IndexError。

caught by: test_an_id_that_is_too_large_raises_value_error
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
        if any(i < 0 for i in ids):
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
