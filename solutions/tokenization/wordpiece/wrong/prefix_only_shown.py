"""Looks later pieces up without ## and adds it afterwards.

查表时后面的片段不带 ##，事后才加上。

caught by: test_a_later_piece_must_have_the_prefix_in_the_vocabulary
"""

def wordpiece(word, vocab, unk="[UNK]", max_chars=100):
    if len(word) > max_chars:
        return [unk]
    pieces, start = [], 0
    while start < len(word):
        for end in range(len(word), start, -1):
            piece = ("##" if start else "") + word[start:end]
            if word[start:end] in vocab or piece in vocab:
                pieces.append(piece)
                start = end
                break
        else:
            return [unk]
    return pieces
