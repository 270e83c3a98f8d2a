"""Keeps the ids as characters of a string and merges with str.replace; decodes by expanding recursively."""


class ByteBPE:
    def __init__(self, merges):
        self.merges = list(merges)

    def encode(self, text):
        s = text.encode("utf-8").decode("latin-1")
        for i, (a, b) in enumerate(self.merges):
            s = s.replace(chr(a) + chr(b), chr(256 + i))
        return list(map(ord, s))

    def expand(self, token):
        if token < 256:
            return [token]
        a, b = self.merges[token - 256]
        return self.expand(a) + self.expand(b)

    def decode(self, ids):
        flat = []
        for token in ids:
            if token not in range(256 + len(self.merges)):
                raise ValueError(token)
            flat.extend(self.expand(token))
        return str(bytes(flat), "utf-8", errors="replace")
