"""Takes the shortest piece that matches.

取了匹配的最短片段。

caught by: test_the_longest_piece_is_taken
also fails: test_an_empty_word_has_no_pieces, test_the_limit_can_be_set,
test_the_match_goes_from_the_left, test_there_is_no_backtracking
"""

def wordpiece(word, vocab, unk="[UNK]", max_chars=100):
    if len(word) > max_chars:
        return [unk]
    pieces, start = [], 0
    while start < len(word):
        for end in range(start + 1, len(word) + 1):
            piece = ("##" if start else "") + word[start:end]
            if piece in vocab:
                pieces.append(piece)
                start = end
                break
        else:
            return [unk]
    return pieces
