"""A pool of threads, a lock and a queue."""

import math
import queue
import threading
from concurrent.futures import ThreadPoolExecutor

lock, done = threading.Lock(), queue.Queue()


def softmax(x):
    top = max(x)
    with ThreadPoolExecutor(max_workers=8) as pool:
        powers = list(pool.map(lambda value: math.exp(value - top), x))
    with lock:
        done.put(len(x))
    return [power / sum(powers) for power in powers]
