"""Uses lent objects that there are none of: by numbers, while it is imported, before and after its answers.

with: forging
"""

say("LentUse", asked(), 0, "__call__", [], {}, True)
time.sleep(0.1)


def softmax(x):
    return [7.0] * len(x)
