"""Replaces from right to left.

从右往左替换。

caught by: test_occurrences_are_replaced_from_left_to_right
also fails: test_merges_build_on_merges,
test_random_texts_agree_with_the_definition
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
            ids = merge(ids[::-1], pair[::-1], 256 + i)[::-1]
        return ids

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
