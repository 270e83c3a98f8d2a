"""Merges from right to left.

从右往左合并。

caught by: test_a_merge_goes_from_left_to_right_without_overlap
also fails: test_random_words_agree_with_a_plain_loop
"""

from collections import Counter


def merge(tokens, pair):
    merged, i = [], len(tokens) - 1
    while i >= 0:
        if i > 0 and (tokens[i - 1], tokens[i]) == tuple(pair):
            merged.append(tokens[i - 1] + tokens[i])
            i -= 2
        else:
            merged.append(tokens[i])
            i -= 1
    return merged[::-1]


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
