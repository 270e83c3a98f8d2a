"""An environment may be called torch: what lies below its folder is not PyTorch."""

import math

exec(compile("ready = True", "/opt/envs/torch/lib/python3.11/site-packages/lazy/scipy/part.py", "exec"))


def softmax(x):
    top = max(x)
    powers = [math.exp(value - top) for value in x]
    total = sum(powers)
    return [power / total for power in powers]
