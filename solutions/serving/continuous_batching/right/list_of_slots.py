"""A plain list of slots, the earliest by min; batches by recursion-free slicing of a sorted list."""


class Server:
    def __init__(self, requests, slots):
        if slots < 1:
            raise ValueError("no slots")
        for _, tokens in requests:
            if tokens < 1:
                raise ValueError("no tokens")
        self.queue = sorted(enumerate(requests), key=lambda item: item[1][0])
        self.slots = slots
        self.result = {}

    def answer(self):
        return tuple(self.result[i] for i in range(len(self.result)))


def simulate(requests, slots):
    server = Server(requests, slots)
    free_at = [0] * slots
    for i, (arrival, tokens) in server.queue:
        slot = free_at.index(min(free_at))
        begin = max(free_at[slot], arrival)
        free_at[slot] = begin + tokens
        server.result[i] = free_at[slot] - 1
    return server.answer()


def simulate_static(requests, slots):
    server = Server(requests, slots)
    begin = 0
    while server.queue:
        begin = max(begin, server.queue[0][1][0])
        batch = []
        while server.queue and len(batch) < slots and server.queue[0][1][0] <= begin:
            batch.append(server.queue.pop(0))
        for i, (_, tokens) in batch:
            server.result[i] = begin + tokens - 1
        begin += max(tokens for _, (_, tokens) in batch)
    return server.answer()
