"""Takes the longest piece from the right.

从右边起取最长的片段。

caught by: test_the_match_goes_from_the_left
also fails: test_there_is_no_backtracking
"""

def wordpiece(word, vocab, unk="[UNK]", max_chars=100):
    if len(word) > max_chars:
        return [unk]
    pieces, end = [], len(word)
    while end > 0:
        for start in range(end):
            piece = ("##" if start else "") + word[start:end]
            if piece in vocab:
                pieces.insert(0, piece)
                end = start
                break
        else:
            return [unk]
    return pieces
