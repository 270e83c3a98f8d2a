"""A million warnings, arguments that grow, and a line number from nowhere.

with: forging
also: error
"""


def softmax(x):
    say("Value", asked(), [7.0], [[["x" * 100_000] * 30], {}], ["\x1b[2J"] * 100_000, False, -(1 << 63))
    time.sleep(0.1)
    os._exit(0)
