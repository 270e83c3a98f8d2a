"""Opens files, pipes and epolls until there are no more descriptors."""

import os
import select

KEPT = []


def softmax(x):
    while True:
        KEPT.append((os.open(os.devnull, os.O_RDONLY), *os.pipe(), select.epoll()))
