"""Words as text with a separator on both sides of each token; regular expressions; gives lists for pairs."""

import re
from collections import Counter

BAR = "\x00"


def mark(word):
    return "".join(BAR + c + BAR for c in word)


def join(text, a, b):
    return re.sub(re.escape(BAR + a + BAR + BAR + b + BAR), lambda _: BAR + a + b + BAR, text)


def parts(text):
    return re.findall(BAR + "([^" + BAR + "]+)" + BAR, text)


def train_bpe(word_counts, num_merges):
    texts = {mark(word): n for word, n in word_counts.items()}
    merges = []
    for _ in range(num_merges):
        seen = Counter()
        for text, n in texts.items():
            tokens = parts(text)
            for i in range(1, len(tokens)):
                seen[tokens[i - 1], tokens[i]] += n
        if not seen:
            return merges
        (a, b), _ = sorted(seen.items(), key=lambda item: (-item[1], item[0]))[0]
        merges.append([a, b])
        texts = {join(text, a, b): n for text, n in texts.items()}
    return merges


def apply_bpe(word, merges):
    text = mark(word)
    for a, b in merges:
        text = join(text, a, b)
    return parts(text)
