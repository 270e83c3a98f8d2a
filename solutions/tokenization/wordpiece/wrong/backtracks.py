"""Goes back to shorter pieces.

会退回去取更短的片段。

caught by: test_there_is_no_backtracking
"""

def split(word, start, vocab):
    if start == len(word):
        return []
    for end in range(len(word), start, -1):
        piece = ("##" if start else "") + word[start:end]
        if piece in vocab:
            rest = split(word, end, vocab)
            if rest is not None:
                return [piece] + rest
    return None


def wordpiece(word, vocab, unk="[UNK]", max_chars=100):
    pieces = None if len(word) > max_chars else split(word, 0, vocab)
    return [unk] if pieces is None else pieces
