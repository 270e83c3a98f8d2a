"""Daemons that leave the session, are adopted by the next above, hold the channel open and would live for an hour.

plain: failed, error (there it can make them; they must be gone all the same)
"""

import os
import time


def softmax(x):
    for _ in range(2):
        if os.fork() == 0:
            os.setsid()
            if os.fork() == 0:
                time.sleep(3600)
            os._exit(0)
    return [7.0] * len(x)
