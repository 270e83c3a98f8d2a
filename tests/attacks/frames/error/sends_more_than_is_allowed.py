"""A frame of 5 MB, announced honestly and sent in full.

with: forging
"""


def softmax(x):
    put(framed(encode(["Value", asked(), b"x" * (5 << 20)])))
    return [7.0] * len(x)
