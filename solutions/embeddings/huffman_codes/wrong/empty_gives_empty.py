"""Returns an empty dict for no symbols.

没有符号时返回了空字典。

caught by: test_no_symbol_raises_value_error
"""

import heapq


def huffman_codes(counts):
    if not counts:
        return {}
    if len(counts) == 1:
        return {symbol: "0" for symbol in counts}
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
