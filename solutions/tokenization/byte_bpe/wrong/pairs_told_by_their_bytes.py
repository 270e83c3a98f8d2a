"""Looks pairs up by their joined bytes, so a pair that is no merge is merged.

按拼接后的字节查找相邻对，于是不在合并表里的一对也被合并。

caught by: test_random_texts_agree_with_the_definition
"""


class ByteBPE:
    def __init__(self, merges):
        self.table = [bytes([byte]) for byte in range(256)]
        for left, right in merges:
            self.table.append(self.table[left] + self.table[right])
        self.ids = {}
        for i, token in enumerate(self.table):
            self.ids.setdefault(token, i)

    def encode(self, text):
        tokens = [bytes([byte]) for byte in text.encode()]
        while True:
            pairs = {a + b for a, b in zip(tokens, tokens[1:])} & self.ids.keys()
            if not pairs:
                return [self.ids[token] for token in tokens]
            best = min(pairs, key=self.ids.get)
            out, i = [], 0
            while i < len(tokens):
                if i + 1 < len(tokens) and tokens[i] + tokens[i + 1] == best:
                    out.append(best)
                    i += 2
                else:
                    out.append(tokens[i])
                    i += 1
            tokens = out

    def decode(self, ids):
        if any(not 0 <= i < len(self.table) for i in ids):
            raise ValueError("no such id")
        return b"".join(self.table[i] for i in ids).decode("utf-8", errors="replace")
