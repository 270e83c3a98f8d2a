"""Lets the heap compare symbols with trees.

让堆去比较符号和树。

caught by: test_many_symbols_may_have_the_same_count
also fails: test_a_symbol_may_be_any_string,
test_no_code_is_the_beginning_of_another, test_the_counts_are_not_modified
"""

import heapq


def huffman_codes(counts):
    if not counts:
        raise ValueError("there is no symbol")
    if len(counts) == 1:
        return {symbol: "0" for symbol in counts}
    heap = [(n, symbol) for symbol, n in counts.items()]
    heapq.heapify(heap)
    number = len(heap)
    while len(heap) > 1:
        (m, a), (n, b) = heapq.heappop(heap), heapq.heappop(heap)
        heapq.heappush(heap, (m + n, (a, b)))
        number += 1
    codes, stack = {}, [(heap[0][1], "")]
    while stack:
        node, code = stack.pop()
        if isinstance(node, tuple):
            stack += [(node[0], code + "0"), (node[1], code + "1")]
        else:
            codes[node] = code
    return codes
