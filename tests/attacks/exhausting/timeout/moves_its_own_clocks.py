"""Raises its own limits, and ignores every signal that a limit could send.

points: some (right in the other tests)
"""

import contextlib
import math
import resource
import signal

for number in range(1, 65):
    with contextlib.suppress(OSError, ValueError):
        signal.signal(number, signal.SIG_IGN)
for kind in (resource.RLIMIT_CPU, resource.RLIMIT_AS, resource.RLIMIT_NPROC, resource.RLIMIT_NOFILE):
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(kind, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


def softmax(x):
    if len(x) == 400:
        while True:
            pass

    top = max(x)
    powers = [math.exp(value - top) for value in x]
    return [power / sum(powers) for power in powers]
