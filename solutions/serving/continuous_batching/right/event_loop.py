"""Event by event: time jumps to the next end or arrival; counts of tokens go down in between."""


def validate(requests, slots):
    if slots <= 0 or min((n for _, n in requests), default=1) <= 0:
        raise ValueError("bad input")


def run(requests, slots, may_fill):
    validate(requests, slots)
    queue = sorted((arrival, i) for i, (arrival, _) in enumerate(requests))
    running, ends, now = {}, {}, 0
    while queue or running:
        if not running and queue[0][0] > now:
            now = queue[0][0]
        if may_fill(running):
            while queue and queue[0][0] <= now and len(running) < slots:
                _, i = queue.pop(0)
                running[i] = requests[i][1]
        jump = min(running.values())
        if queue and queue[0][0] > now:
            jump = min(jump, queue[0][0] - now)
        for i in list(running):
            running[i] -= jump
            if not running[i]:
                ends[i] = now + jump - 1
                del running[i]
        now += jump
    return [ends[i] for i in range(len(requests))]


def simulate(requests, slots):
    return run(requests, slots, lambda running: True)


def simulate_static(requests, slots):
    return run(requests, slots, lambda running: not running)
