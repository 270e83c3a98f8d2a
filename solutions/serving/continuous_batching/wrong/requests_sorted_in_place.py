"""The caller's list is sorted.

对调用者的列表做了排序。

caught by: test_the_requests_stay_as_they_are
"""

import heapq

def simulate(requests: list[tuple[int, int]], slots: int) -> list[int]:
    check(requests, slots)
    places = sorted(range(len(requests)), key=lambda i: requests[i][0])
    requests.sort(key=lambda request: request[0])
    found = simulate_sorted(requests, slots)
    return [found[places.index(i)] for i in range(len(places))]

def simulate_sorted(requests, slots):
    last: dict[int, int] = {}
    free = [0] * min(slots, len(requests))
    for i in by_arrival(requests):
        arrival, tokens = requests[i]
        start = max(arrival, heapq.heappop(free))
        last[i] = start + tokens - 1
        heapq.heappush(free, start + tokens)
    return [last[i] for i in range(len(requests))]

def simulate_static(requests: list[tuple[int, int]], slots: int) -> list[int]:
    check(requests, slots)
    last: dict[int, int] = {}
    waiting = by_arrival(requests)
    step = 0
    while waiting:
        step = max(step, requests[waiting[0]][0])
        batch = [i for i in waiting[:slots] if requests[i][0] <= step]
        for i in batch:
            last[i] = step + requests[i][1] - 1
        step = max((last[i] for i in batch)) + 1
        waiting = waiting[len(batch):]
    return [last[i] for i in range(len(requests))]

def by_arrival(requests: list[tuple[int, int]]) -> list[int]:
    return sorted(range(len(requests)), key=lambda i: requests[i][0])

def check(requests: list[tuple[int, int]], slots: int) -> None:
    if slots < 1:
        raise ValueError(f'there must be a slot, not {slots}')
    if any((tokens < 1 for _, tokens in requests)):
        raise ValueError('every request has at least one token')
