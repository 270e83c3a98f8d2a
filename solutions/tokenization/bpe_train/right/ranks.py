"""Applies by rank: always the pair that was learned first, as GPT-2's tokenizer does."""

import heapq


def join(tokens, pair):
    out = []
    rest = iter(tokens)
    for token in rest:
        out.append(token)
        while len(out) > 1 and not isinstance(out[-2], tuple) and (out[-2], out[-1]) == pair:
            out[-2:] = [pair]
    return ["".join(t) if isinstance(t, tuple) else t for t in out]


def train_bpe(word_counts, num_merges):
    corpus = {tuple(w): n for w, n in word_counts.items()}
    learned = []
    while len(learned) < num_merges:
        table = {}
        for tokens, n in corpus.items():
            for i in range(len(tokens) - 1):
                key = tokens[i], tokens[i + 1]
                table[key] = table.get(key, 0) + n
        heap = [(-n, pair) for pair, n in table.items()]
        heapq.heapify(heap)
        if not heap:
            break
        pair = heapq.heappop(heap)[1]
        learned.append(pair)
        corpus = {tuple(join(tokens, pair)): n for tokens, n in corpus.items()}
    return learned


def apply_bpe(word, merges):
    rank = {tuple(pair): i for i, pair in enumerate(merges)}
    tokens = list(word)
    while True:
        known = [p for p in zip(tokens, tokens[1:]) if p in rank]
        if not known:
            return tokens
        tokens = join(tokens, min(known, key=rank.get))
