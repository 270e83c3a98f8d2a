"""Refuses a word of exactly max_chars characters.

恰好 max_chars 个字符的单词也不接受。

caught by: test_a_word_of_too_many_characters_is_unknown
also fails: test_the_limit_can_be_set
"""

def wordpiece(word, vocab, unk="[UNK]", max_chars=100):
    if len(word) >= max_chars:
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
