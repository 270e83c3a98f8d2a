"""Step by step as a scheduler would, with a jump only where nothing runs."""

from collections import deque


def scheduler(requests, slots, continuous):
    if slots < 1 or any(n < 1 for _, n in requests):
        raise ValueError("slots and tokens must be at least 1")
    order = deque(sorted(range(len(requests)), key=lambda i: requests[i][0]))
    left = [n for _, n in requests]
    done = [None] * len(requests)
    batch, step = [], 0
    while order or batch:
        if not batch:
            step = max(step, requests[order[0]][0])
        if continuous or not batch:
            while order and len(batch) < slots and requests[order[0]][0] <= step:
                batch.append(order.popleft())
        for i in batch:
            left[i] -= 1
            done[i] = step
        batch = [i for i in batch if left[i]]
        step += 1
    return done


def simulate(requests, slots):
    return scheduler(requests, slots, True)


def simulate_static(requests, slots):
    return scheduler(requests, slots, False)
