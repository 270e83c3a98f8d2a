"""Splits by the longest known token instead of by the order of merges.

切分时取最长的已知 token，没有按合并的顺序。

caught by: test_merges_apply_in_their_order
also fails: test_a_merge_concerns_whole_tokens,
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
                pairs[pair] += count
        if not pairs:
            break
        best = min(pairs, key=lambda pair: (-pairs[pair], pair))
        merges.append(best)
        words = [(merge(tokens, best), count) for tokens, count in words]
    return merges


def apply_bpe(word, merges):
    known = {a + b for a, b in merges}
    tokens, i = [], 0
    while i < len(word):
        end = next((j for j in range(len(word), i + 1, -1) if word[i:j] in known), i + 1)
        tokens.append(word[i:end])
        i = end
    return tokens
