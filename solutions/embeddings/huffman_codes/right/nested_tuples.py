"""Nested tuples in a heap, with a counter against ties; a recursive walk."""

import heapq
from itertools import count


def huffman_codes(counts):
    if not counts:
        raise ValueError("empty")
    tick = count()
    heap = [(n, next(tick), s) for s, n in counts.items()]
    heapq.heapify(heap)
    while len(heap) > 1:
        a, b = heapq.heappop(heap), heapq.heappop(heap)
        heapq.heappush(heap, (a[0] + b[0], next(tick), (a[2], b[2])))
    codes = {}

    def walk(node, code):
        if isinstance(node, tuple):
            walk(node[0], code + "0")
            walk(node[1], code + "1")
        else:
            codes[node] = code or "0"

    walk(heap[0][2], "")
    return codes
