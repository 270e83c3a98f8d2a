"""Lists of twelve lists of twelve lists, as many as a message shows: three million items to be put into words."""


def softmax(x):
    value = 1
    for _ in range(6):
        value = [value] * 12
    return value
