"""Counts each word once, whatever its count.

每个单词只算一次，没有乘以它的次数。

caught by: test_a_pair_counts_as_often_as_its_word
also fails: test_a_merge_concerns_whole_tokens,
test_a_tie_compares_tuples_and_not_joined_text,
test_each_step_merges_the_most_frequent_pair_of_that_moment,
test_random_words_agree_with_a_plain_loop
"""

from collections import Counter


def merge(tokens, pair):
    merged, i = [], 0
    while i < len(tokens):
        if tuple(tokens[i : i + 2]) == tuple(pair):
            merged.append(tokens[i] + tokens[i + 1])
            i += 2
        else:
            merged.append(tokens[i])
            i += 1
    return merged


def train_bpe(word_counts, num_merges):
    words = [(list(word), count) for word, count in word_counts.items()]
    merges = []
    for _ in range(num_merges):
        pairs = Counter()
        for tokens, count in words:
            for pair in zip(tokens, tokens[1:]):
                pairs[pair] += 1
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
