"""A doubly linked list of ids and a heap of (index, place): n log n, whatever the number of merges."""

import heapq


class ByteBPE:
    def __init__(self, merges):
        self._index = {}
        self._bytes = [bytes([b]) for b in range(256)]
        for i, pair in enumerate(merges):
            self._index.setdefault(tuple(pair), i)
            self._bytes.append(b"".join(self._bytes[p] for p in pair))

    def encode(self, text):
        ids = list(text.encode())
        n = len(ids)
        after, before = list(range(1, n + 1)), list(range(-1, n - 1))
        heap = []

        def offer(i):
            if 0 <= i < n and after[i] < n:
                found = self._index.get((ids[i], ids[after[i]]))
                if found is not None:
                    heapq.heappush(heap, (found, i, ids[i], ids[after[i]]))

        for i in range(n - 1):
            offer(i)
        while heap:
            found, i, left, right = heapq.heappop(heap)
            j = after[i]
            if ids[i] != left or j >= n or ids[j] != right:
                continue
            ids[i], ids[j] = 256 + found, None
            after[i] = after[j]
            if after[i] < n:
                before[after[i]] = i
            offer(before[i])
            offer(i)
        return [x for x in ids if x is not None]

    def decode(self, ids):
        size = len(self._bytes)
        if ids and (min(ids) < 0 or max(ids) >= size):
            raise ValueError(f"ids go from 0 to {size - 1}")
        return b"".join([self._bytes[i] for i in ids]).decode(errors="replace")
