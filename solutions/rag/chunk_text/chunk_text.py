"""Chunking with overlap, written to be read.

Window i starts at i (size - overlap). All that needs thought is where to
stop: at the first window that reaches the end of the text.
"""


def chunk(
    tokens: list[str],
    size: int,
    overlap: int = 0,
) -> list[list[str]]:
    """Return windows of ``size`` tokens with ``overlap`` shared."""
    # An overlap of the whole size would never move on. No overlap at all fits
    # into a size below 1, so this refuses such sizes, too.
    if not 0 <= overlap < size:
        raise ValueError(f"overlap is {overlap}, not in [0, size={size})")
    chunks = []
    start = 0
    while True:
        chunks.append(tokens[start : start + size])
        # The trap: `while start < len(tokens)` goes on after the end is
        # reached, and adds a window that lies inside the one before.
        if start + size >= len(tokens):
            return chunks
        start += size - overlap
