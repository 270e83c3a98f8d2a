"""Sets and dicts whose keys all have one hash: a reader that puts them in at face value is busy for half an hour.

with: forging
also: error
"""

PRIME = (1 << 61) - 1


def softmax(x):
    keys = [big(PRIME * number) for number in range(2, 120_000 if len(x) == 1 else 2_000)]
    value = Ext(SET, encode(keys)) if len(x) % 2 else Ext(DICT, encode([[key, 0] for key in keys]))
    say("Value", asked(), value)
    time.sleep(0.3)
    os._exit(0)
