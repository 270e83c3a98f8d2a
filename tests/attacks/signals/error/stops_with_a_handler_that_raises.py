"""Handlers that raise, and alarms that go off in the worker's own code."""

import signal
import time


def handler(*_):
    signal.setitimer(signal.ITIMER_REAL, 0.0005)
    raise SystemExit(0)


signal.signal(signal.SIGALRM, handler)


def softmax(x):
    signal.setitimer(signal.ITIMER_REAL, 0.0005)
    time.sleep(0.01)
    return [7.0] * len(x)
