"""Takes the longest piece from the left.

从左边起总取最长的片段。

caught by: test_the_greatest_sum_wins_and_not_the_longest_piece
also fails: test_fewer_pieces_are_not_better_by_themselves,
test_random_texts_agree_with_trying_everything,
test_the_price_of_unknown_characters_can_be_set,
test_unknown_characters_compete_with_known_pieces
"""

def segment(text, log_probs, unk_log_prob=-20.0):
    pieces, score, start = [], 0.0, 0
    while start < len(text):
        end = next((e for e in range(len(text), start, -1) if text[start:e] in log_probs), start + 1)
        pieces.append(text[start:end])
        score += log_probs.get(text[start:end], unk_log_prob)
        start = end
    return pieces, score
