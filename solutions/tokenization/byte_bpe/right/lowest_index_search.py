"""Looks for the lowest index among all adjacent pairs, replaces it everywhere, and looks again."""


class ByteBPE:
    def __init__(self, merges):
        self.rank = {}
        self.words = {i: bytes((i,)) for i in range(256)}
        for new, (a, b) in enumerate(merges, 256):
            self.rank.setdefault((a, b), new)
            self.words[new] = self.words[a] + self.words[b]

    def encode(self, text):
        ids = list(text.encode("utf-8"))
        while True:
            pairs = {p for p in zip(ids, ids[1:]) if p in self.rank}
            if not pairs:
                return ids
            pair = min(pairs, key=self.rank.get)
            out = []
            i = 0
            while i < len(ids):
                if tuple(ids[i : i + 2]) == pair:
                    out.append(self.rank[pair])
                    i += 2
                else:
                    out.append(ids[i])
                    i += 1
            ids = out

    def decode(self, ids):
        try:
            return b"".join(map(self.words.__getitem__, ids)).decode("utf-8", "replace")
        except KeyError as error:
            raise ValueError(f"unknown id {error}") from None
