"""Shared and anonymous mappings, files in memory, System V's and POSIX's shared memory: all of it counts, or is refused.

tiers: full locked
also: memory
"""

import ctypes
import mmap

KEPT = []


def softmax(x):
    libc = ctypes.CDLL(None, use_errno=True)
    for number in range(64):
        if libc.memfd_create(b"left-behind", 0) >= 0 or libc.shmget(0, 64 << 20, 0o1600) >= 0:
            return [0.5] * len(x)
        area = mmap.mmap(-1, 64 << 20)
        area.write(b"x" * (64 << 20))
        KEPT.append(area)
