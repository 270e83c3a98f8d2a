import math


def softmax(x):
    print("softmax of", x)
    top = max(x)
    powers = [math.exp(value - top) for value in x]
    return [power / sum(powers) for power in powers]
