"""Right answers, with threads, files without a name and locks that are held until the end."""

import contextlib
import fcntl
import math
import mmap
import os
import tempfile
import threading
import time

KEPT = [tempfile.TemporaryFile() for _ in range(20)]
for file in KEPT:
    file.write(b"x" * 100_000)
    file.flush()
    with contextlib.suppress(OSError):
        fcntl.lockf(file, fcntl.LOCK_EX)
KEPT += [mmap.mmap(-1, 1 << 20), os.pipe()]
for _ in range(8):
    threading.Thread(target=time.sleep, args=(3600,)).start()


def softmax(x):
    top = max(x)
    powers = [math.exp(value - top) for value in x]
    return [power / sum(powers) for power in powers]
