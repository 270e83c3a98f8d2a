"""Two queues give the lengths; a canonical code comes from them."""

from collections import deque


def huffman_codes(counts):
    if not counts:
        raise ValueError
    if len(counts) == 1:
        return {s: "0" for s in counts}
    leaves = deque(sorted(((n, [s]) for s, n in counts.items()), key=lambda x: x[0]))
    merged, depth = deque(), dict.fromkeys(counts, 0)

    def smallest():
        if not merged or (leaves and leaves[0][0] <= merged[0][0]):
            return leaves.popleft()
        return merged.popleft()

    while len(leaves) + len(merged) > 1:
        (m, a), (n, b) = smallest(), smallest()
        for s in a + b:
            depth[s] += 1
        merged.append((m + n, a + b))
    codes, value, last = {}, 0, 0
    for s in sorted(depth, key=depth.get):
        value <<= depth[s] - last
        last = depth[s]
        codes[s] = format(value, f"0{last}b")
        value += 1
    return codes
