"""A handler for SIGSEGV in which the faulting instruction runs again for ever; the clock decides, or the kernel.

also: timeout
points: some (right in the other tests)
"""

import ctypes
import faulthandler
import math
import signal

faulthandler.enable()
signal.signal(signal.SIGFPE, lambda *_: None)


def softmax(x):
    if len(x) == 400:
        ctypes.CDLL(None).raise_ = None
        ctypes.CFUNCTYPE(ctypes.c_int)(12345)()

    top = max(x)
    powers = [math.exp(value - top) for value in x]
    return [power / sum(powers) for power in powers]
