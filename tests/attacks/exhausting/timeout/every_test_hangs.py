"""Computes without end in every test: the total of the submission is the limit.

tiers: full
"""


def softmax(x):
    while True:
        x = list(x)
