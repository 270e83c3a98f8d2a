"""Lists of twelve lists of twelve lists, as many as a message shows: three million items to be put into words.

also: error, timeout (it is more than a frame may hold, or costs too much CPU time to pack)
tiers: full
"""


def softmax(x):
    if len(x) != 1:
        return [7.0] * len(x)
    value = 1
    for _ in range(6):
        value = [value] * 12
    return value
