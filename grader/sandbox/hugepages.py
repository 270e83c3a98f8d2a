"""Makes forks of the zygote cheap: its memory in pages of 2 MB, of which a fork copies one entry instead of 512.

With torch a room from its fork to its end cost 24 ms of CPU before and 12 ms after, measured over 100 rooms on a busy
machine; with NumPy alone there is no difference. Where the kernel can't (before Linux 6.1), nothing happens.
"""

from __future__ import annotations

from pathlib import Path

from grader.sandbox import syscalls

SIZE = 2 << 20  # bytes; where huge pages have another size the kernel refuses, and small ones stay
MADV_COLLAPSE = 25


def candidates() -> list[int]:
    """The addresses of this process's own memory that can be put into one page each."""
    found: list[int] = []
    for line in Path("/proc/self/maps").read_text().splitlines():
        span, rights, _, _, _, *name = line.split(maxsplit=5)
        if rights == "rw-p" and name in ([], ["[heap]"]):
            first, end = (int(number, 16) for number in span.split("-"))
            found += range(-(-first // SIZE) * SIZE, end - SIZE + 1, SIZE)
    return found


def collapse(address: int) -> bool:
    """Put what lies there into one page; whether that was possible."""
    return syscalls.madvise(address, SIZE, MADV_COLLAPSE)
