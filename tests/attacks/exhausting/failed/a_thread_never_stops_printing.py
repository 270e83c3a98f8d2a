"""A thread prints for ever, between the answers too.

also: timeout
"""

import os
import threading


def chatter():
    while True:
        os.write(1, b"left behind\n" * 4000)


threading.Thread(target=chatter, daemon=True).start()


def softmax(x):
    return [7.0] * len(x)
