"""A Counter for each document and one for df; rows as lists."""

import math
from collections import Counter

import numpy as np


def tf_idf(docs):
    per_doc = [Counter(doc) for doc in docs]
    df = Counter(word for counter in per_doc for word in counter)
    words = sorted(df)
    rows = []
    for counter, doc in zip(per_doc, docs):
        rows.append([counter[w] / len(doc) * math.log(len(docs) / df[w]) if doc else 0.0 for w in words])
    return words, np.array(rows)
