"""A class that pushes forward over edges and keeps the whole list of pieces at each position."""


class Lattice:
    def __init__(self, log_probs, unk):
        self.log_probs = log_probs
        self.unk = unk
        self.sizes = sorted({len(p) for p in log_probs} | {1})

    def edges(self, text, start):
        for size in self.sizes:
            piece = text[start : start + size]
            if len(piece) == size:
                if piece in self.log_probs:
                    yield piece, self.log_probs[piece]
                elif size == 1:
                    yield piece, self.unk

    def best(self, text):
        nodes = {0: (0.0, [])}
        for start in range(len(text)):
            score, pieces = nodes.pop(start)
            for piece, more in self.edges(text, start):
                end = start + len(piece)
                if end not in nodes or nodes[end][0] < score + more:
                    nodes[end] = (score + more, [*pieces, piece])
        return nodes[len(text)]


def segment(text, log_probs, unk_log_prob=-20.0):
    score, pieces = Lattice(log_probs, unk_log_prob).best(text)
    return [pieces, score]
