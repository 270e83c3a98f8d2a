"""Leaves ## out of the result.

结果里没有 ##。

caught by: test_later_pieces_begin_with_the_prefix
also fails: test_an_empty_word_has_no_pieces, test_the_limit_can_be_set,
test_the_longest_piece_is_taken, test_the_match_goes_from_the_left
"""

def wordpiece(word, vocab, unk="[UNK]", max_chars=100):
    if len(word) > max_chars:
        return [unk]
    pieces, start = [], 0
    while start < len(word):
        for end in range(len(word), start, -1):
            piece = ("##" if start else "") + word[start:end]
            if piece in vocab:
                pieces.append(word[start:end])
                start = end
                break
        else:
            return [unk]
    return pieces
