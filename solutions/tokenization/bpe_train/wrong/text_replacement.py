"""Replaces in the text joined by spaces, across token borders.

在用空格拼接的文本上替换，越过了 token 的边界。

caught by: test_a_merge_concerns_whole_tokens
also fails: test_a_merge_goes_from_left_to_right_without_overlap,
test_a_tie_compares_tuples_and_not_joined_text,
test_merges_apply_in_their_order, test_random_words_agree_with_a_plain_loop
"""

from collections import Counter


def merge(tokens, pair):
    return " ".join(tokens).replace(" ".join(pair), "".join(pair)).split()


def train_bpe(word_counts, num_merges):
    words = [(list(word), count) for word, count in word_counts.items()]
    merges = []
    for _ in range(num_merges):
        pairs = Counter()
        for tokens, count in words:
            for pair in zip(tokens, tokens[1:]):
                pairs[pair] += count
        if not pairs:
            break
        best = min(pairs, key=lambda pair: (-pairs[pair], pair))
        merges.append(best)
        words = [(merge(tokens, best), count) for tokens, count in words]
    return merges


def apply_bpe(word, merges):
    tokens = list(word)
    for pair in merges:
        tokens = merge(tokens, pair)
    return tokens
