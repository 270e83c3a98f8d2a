"""Ignores max_chars and always uses 100.

忽略 max_chars，总是用 100。

caught by: test_the_limit_can_be_set
"""

def wordpiece(word, vocab, unk="[UNK]", max_chars=100):
    if len(word) > 100:
        return [unk]
    pieces, start = [], 0
    while start < len(word):
        for end in range(len(word), start, -1):
            piece = ("##" if start else "") + word[start:end]
            if piece in vocab:
                pieces.append(piece)
                start = end
                break
        else:
            return [unk]
    return pieces
