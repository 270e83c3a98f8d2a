"""A class with __lt__, and an explicit stack; 1 to the left."""

import heapq


class Node:
    def __init__(self, count, symbol=None, children=()):
        self.count, self.symbol, self.children = count, symbol, children

    def __lt__(self, other):
        return self.count < other.count


def huffman_codes(counts):
    if len(counts) == 0:
        raise ValueError("no symbols")
    heap = []
    for symbol, n in counts.items():
        heapq.heappush(heap, Node(n, symbol))
    if len(heap) == 1:
        return {heap[0].symbol: "0"}
    while len(heap) > 1:
        pair = heapq.heappop(heap), heapq.heappop(heap)
        heapq.heappush(heap, Node(pair[0].count + pair[1].count, children=pair))
    out, stack = {}, [(heap[0], "")]
    while stack:
        node, code = stack.pop()
        if node.children:
            stack.append((node.children[0], code + "1"))
            stack.append((node.children[1], code + "0"))
        else:
            out[node.symbol] = code
    return out
