"""Connects to a server of this machine, by every kind of socket.

tiers: full locked
quick: yes
"""

import socket


def softmax(x):
    last = None
    for family, kind in ((socket.AF_INET, socket.SOCK_STREAM), (socket.AF_INET, socket.SOCK_DGRAM), (socket.AF_INET6, socket.SOCK_STREAM)):
        try:
            with socket.socket(family, kind) as line:
                line.connect(("127.0.0.1" if family == socket.AF_INET else "::1", int("@PORT@")))
                line.send(b"hello")
                return [0.5] * len(x)
        except OSError as error:
            last = error
    raise last
