"""Gives the unknown token for an empty word.

空单词返回了未知 token。

caught by: test_an_empty_word_has_no_pieces
"""

def wordpiece(word, vocab, unk="[UNK]", max_chars=100):
    if not 0 < len(word) <= max_chars:
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
