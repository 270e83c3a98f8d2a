"""Makes one unknown token of a character and goes on.

把一个字符变成未知 token，然后继续。

caught by: test_a_gap_makes_the_whole_word_unknown
also fails: test_a_later_piece_must_have_the_prefix_in_the_vocabulary,
test_the_first_piece_has_no_prefix, test_there_is_no_backtracking
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
            pieces.append(unk)
            start += 1
    return pieces
