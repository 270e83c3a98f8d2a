"""Takes the most frequent pairs of characters, without counting again.

只统计一次字符对，取次数最多的几个，合并后没有重新统计。

caught by: test_each_step_merges_the_most_frequent_pair_of_that_moment
also fails: test_a_merge_goes_from_left_to_right_without_overlap,
test_a_tie_compares_tuples_and_not_joined_text,
test_random_words_agree_with_a_plain_loop,
test_training_stops_when_no_pair_is_left
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
    pairs = Counter()
    for tokens, count in words:
        for pair in zip(tokens, tokens[1:]):
            pairs[pair] += count
    return sorted(pairs, key=lambda pair: (-pairs[pair], pair))[:num_merges]


def apply_bpe(word, merges):
    tokens = list(word)
    for pair in merges:
        tokens = merge(tokens, pair)
    return tokens
