"""Lets a word begin with a piece that has ##.

允许单词以带 ## 的片段开头。

caught by: test_the_first_piece_has_no_prefix
"""

def wordpiece(word, vocab, unk="[UNK]", max_chars=100):
    if len(word) > max_chars:
        return [unk]
    pieces, start = [], 0
    while start < len(word):
        for end in range(len(word), start, -1):
            piece = ("##" if start else "") + word[start:end]
            if piece not in vocab and not start:
                piece = "##" + piece
            if piece in vocab:
                pieces.append(piece)
                start = end
                break
        else:
            return [unk]
    return pieces
