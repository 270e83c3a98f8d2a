"""A slot is taken in the very step in which its last token is made.

在生成最后一个 token 的同一步就占用了该槽。

caught by: test_a_freed_slot_is_taken_in_the_next_step
also fails: test_no_request_overtakes_another,
test_random_requests_agree_with_a_run_step_by_step,
test_requests_start_in_order_of_arrival_then_of_place
"""

import heapq

def simulate(requests: list[tuple[int, int]], slots: int) -> list[int]:
    check(requests, slots)
    last: dict[int, int] = {}
    free = [0] * min(slots, len(requests))
    for i in by_arrival(requests):
        arrival, tokens = requests[i]
        start = max(arrival, heapq.heappop(free))
        last[i] = start + tokens - 1
        heapq.heappush(free, start + tokens - 1)
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
