"""Asks and prints under the guard for the main program, with what is forbidden elsewhere.

quick: yes
"""

import math


def softmax(x):
    top = max(x)
    powers = [math.exp(value - top) for value in x]
    return [power / sum(powers) for power in powers]


if __name__ == "__main__":
    import torch

    scores = [float(word) for word in input("scores? ").split()]
    print(softmax(scores), torch.softmax(torch.tensor(scores), 0))
