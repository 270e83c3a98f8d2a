"""Closes all descriptors and goes on living."""

import os
import time


def softmax(x):
    os.closerange(0, 256)
    time.sleep(2.0)
    return [7.0] * len(x)
