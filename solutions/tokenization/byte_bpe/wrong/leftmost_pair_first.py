"""Merges the leftmost or the most frequent pair of the table, not the one of the lowest index.

总是合并表里最靠左或最常见的一对，而不是下标最小的一对。

caught by: test_the_lowest_merge_index_goes_first
also fails: test_merges_cross_spaces_and_characters,
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
        i = 0
        while i < len(ids) - 1:
            pair = (ids[i], ids[i + 1])
            if pair in self.index:
                ids[i : i + 2] = [256 + self.index[pair]]
                i = max(i - 1, 0)
            else:
                i += 1
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
