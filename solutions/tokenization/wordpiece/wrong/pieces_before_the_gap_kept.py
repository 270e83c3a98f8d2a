"""Keeps the pieces before the gap.

保留了断开之前的片段。

caught by: test_a_gap_makes_the_whole_word_unknown
also fails: test_a_later_piece_must_have_the_prefix_in_the_vocabulary,
test_there_is_no_backtracking
"""

def wordpiece(word, vocab, unk="[UNK]", max_chars=100):
    if len(word) > max_chars:
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
            return pieces + [unk]
    return pieces
