"""Names a merged tree by its symbols joined, which may be a symbol itself.

用拼接后的符号给合并的树命名，而它可能恰好是另一个符号。

caught by: test_a_symbol_may_be_any_string
"""

import heapq


def huffman_codes(counts):
    if not counts:
        raise ValueError("there is no symbol")
    if len(counts) == 1:
        return dict.fromkeys(counts, "0")
    heap = [(n, symbol, None) for symbol, n in counts.items()]
    heapq.heapify(heap)
    while len(heap) > 1:
        a, b = heapq.heappop(heap), heapq.heappop(heap)
        heapq.heappush(heap, (a[0] + b[0], a[1] + b[1], (a, b)))
    codes, stack = {}, [(heap[0], "")]
    while stack:
        (_, symbol, children), code = stack.pop()
        if children is None:
            codes[symbol] = code
        else:
            stack += [(children[0], code + "0"), (children[1], code + "1")]
    return codes
