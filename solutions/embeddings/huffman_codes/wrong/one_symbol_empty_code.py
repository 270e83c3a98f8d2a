"""Gives a lone symbol the empty code.

只有一个符号时给了空编码。

caught by: test_a_single_symbol_gets_0
"""

import heapq


def huffman_codes(counts):
    if not counts:
        raise ValueError("there is no symbol")
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
