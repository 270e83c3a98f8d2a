"""A right solution that stands after every attack: it looks whether anybody has been in its room before.

What an attack tries to leave behind is called `left-behind…`, `left_behind…` or `LEFT_BEHIND…`, wherever it is.
"""

import builtins
import math
import os
import signal
import sys
import tempfile
import threading

PLACES = [".", "/", "/tmp", "/var/tmp", "/dev/shm", "/run", tempfile.gettempdir(), os.path.expanduser("~"), *sys.path]


def traces():
    """What is here that was not made by this file."""
    for place in PLACES:
        try:
            names = os.listdir(place)
        except OSError:
            continue
        yield from (f"{place}/{name}" for name in names if name.lower().replace("_", "-").startswith("left-behind"))
    for names in (vars(builtins), sys.modules, os.environ, vars(math), vars(os)):
        yield from (name for name in names if name.lower().startswith("left_behind"))
    yield from (str(thread) for thread in threading.enumerate() if thread is not threading.main_thread())
    yield from (str(finder) for finder in sys.meta_path if "left_behind" in repr(finder).lower())
    yield from (f"descriptor {number}" for number in range(4, 100) if is_open(number))
    if signal.getsignal(signal.SIGTERM) is not signal.SIG_DFL or signal.getitimer(signal.ITIMER_REAL) != (0.0, 0.0):
        yield "a handler or a timer"
    if math.exp(0.0) != 1.0 or len("ab") != 2 or sum([1, 2]) != 3:
        yield "arithmetic"


def is_open(number):
    try:
        os.fstat(number)
    except OSError:
        return False
    return True


if found := list(traces()):
    raise RuntimeError(f"somebody was here: {found}")


def softmax(x):
    top = max(x)
    powers = [math.exp(value - top) for value in x]
    total = sum(powers)
    return [power / total for power in powers]
