"""The links of a ring of workers, which count what is sent."""

from collections import deque

import numpy as np


class Ring:
    """`sent[i]` is how many numbers worker i has sent."""

    def __init__(self, workers):
        self.sent = [0] * workers
        self.links = [deque() for _ in range(workers)]

    def send(self, source, target, data):
        if target != (source + 1) % len(self.links):
            raise ValueError(f"worker {source} has no link to {target}")
        self.sent[source] += np.size(data)
        self.links[source].append(np.array(data))  # as it is now

    def receive(self, target, source):
        if target != (source + 1) % len(self.links):
            raise ValueError(f"worker {target} has no link from {source}")
        if not self.links[source]:
            raise RuntimeError(f"nothing to receive from {source}")
        return self.links[source].popleft()
