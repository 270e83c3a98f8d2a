"""A merged tree doesn't get the sum of its counts, so it is merged again too early.

合并后的树没有取两者次数之和，所以过早地又被合并。

caught by: test_merged_groups_compete_with_single_symbols
also fails: test_a_symbol_may_be_any_string,
test_many_symbols_may_have_the_same_count, test_the_code_is_the_shortest
"""

import heapq


def huffman_codes(counts):
    if not counts:
        raise ValueError("there is no symbol")
    if len(counts) == 1:
        return {symbol: "0" for symbol in counts}
    heap = [(n, i, symbol) for i, (symbol, n) in enumerate(counts.items())]
    heapq.heapify(heap)
    number = len(heap)
    while len(heap) > 1:
        (m, _, a), (n, _, b) = heapq.heappop(heap), heapq.heappop(heap)
        heapq.heappush(heap, (max(m, n), number, (a, b)))
        number += 1
    codes, stack = {}, [(heap[0][2], "")]
    while stack:
        node, code = stack.pop()
        if isinstance(node, tuple):
            stack += [(node[0], code + "0"), (node[1], code + "1")]
        else:
            codes[node] = code
    return codes
