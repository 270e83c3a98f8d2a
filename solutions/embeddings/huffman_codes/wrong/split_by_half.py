"""Splits the sorted symbols into halves of about equal count (Shannon-Fano).

把排好序的符号分成次数大致相等的两半（香农-范诺编码）。

caught by: test_the_code_is_the_shortest
"""

import heapq


def huffman_codes(counts):
    if not counts:
        raise ValueError("there is no symbol")
    if len(counts) == 1:
        return {symbol: "0" for symbol in counts}
    ranked = sorted(counts, key=counts.get, reverse=True)
    if len(ranked) > 1:
        codes, stack = {}, [(ranked, "")]
        while stack:
            group, code = stack.pop()
            if len(group) == 1:
                codes[group[0]] = code
                continue
            total = sum(counts[s] for s in group)
            gap = [abs(total - 2 * sum(counts[s] for s in group[:k])) for k in range(1, len(group))]
            cut = 1 + gap.index(min(gap))
            stack += [(group[:cut], code + "0"), (group[cut:], code + "1")]
        return codes
    heap = [(n, i, symbol) for i, (symbol, n) in enumerate(counts.items())]
    heapq.heapify(heap)
    number = len(heap)
    while len(heap) > 1:
        (m, _, a), (n, _, b) = heapq.heappop(heap), heapq.heappop(heap)
        heapq.heappush(heap, (m + n, number, (a, b)))
        number += 1
    codes, stack = {}, [(heap[0][2], "")]
    while stack:
        node, code = stack.pop()
        if isinstance(node, tuple):
            stack += [(node[0], code + "0"), (node[1], code + "1")]
        else:
            codes[node] = code
    return codes
