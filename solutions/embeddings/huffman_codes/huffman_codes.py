"""Huffman's code (1952), written to be read."""

import heapq


def huffman_codes(counts: dict[str, int]) -> dict[str, str]:
    """Return a prefix-free binary code of least expected length."""
    if not counts:
        raise ValueError("there is no symbol to encode")
    if len(counts) == 1:  # no branch, so the walk would give an empty code
        return dict.fromkeys(counts, "0")

    # The trap: where counts are equal, the heap compares the next field. Lists
    # of symbols can be compared, but not a symbol with a tree.
    heap = [(n, [symbol]) for symbol, n in counts.items()]
    heapq.heapify(heap)
    codes = dict.fromkeys(counts, "")
    while len(heap) > 1:
        rare, left = heapq.heappop(heap)
        other, right = heapq.heappop(heap)
        # A merge is a branch above both groups: their codes grow at the front.
        for symbol in left:
            codes[symbol] = "0" + codes[symbol]
        for symbol in right:
            codes[symbol] = "1" + codes[symbol]
        heapq.heappush(heap, (rare + other, left + right))
    return codes
