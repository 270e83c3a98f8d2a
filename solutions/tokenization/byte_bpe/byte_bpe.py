"""Byte-level BPE (Radford et al. 2019), written to be read.

A merge makes an id that only later merges can use. So one pass over the
merges, in order, always takes the lowest index that applies.
"""


class ByteBPE:
    """Ids 0-255 are bytes; 256 + i is ``merges[i]``, a pair of ids."""

    def __init__(self, merges: list[tuple[int, int]]):
        self.merges = [tuple(pair) for pair in merges]
        self.bytes_of = [bytes([byte]) for byte in range(256)]
        for left, right in self.merges:
            self.bytes_of.append(self.bytes_of[left] + self.bytes_of[right])

    def encode(self, text: str) -> list[int]:
        """Return the ids of the text's UTF-8 bytes after all merges."""
        ids = list(text.encode())
        for i, (left, right) in enumerate(self.merges):
            if left in ids:  # quick, and most merges are not needed
                ids = replace(ids, left, right, 256 + i)
        return ids

    def decode(self, ids: list[int]) -> str:
        """Return the text; an id that doesn't exist raises ``ValueError``."""
        size = len(self.bytes_of)
        for number in ids:
            # The trap: a negative index is legal in Python.
            if not 0 <= number < size:
                raise ValueError(f"no id {number} in a vocabulary of {size}")
        # A character may be spread over several ids: join first, then decode.
        return b"".join(self.bytes_of[n] for n in ids).decode(errors="replace")


def replace(ids: list[int], left: int, right: int, new: int) -> list[int]:
    """Return the ids with the pair replaced, left to right, no overlap."""
    out: list[int] = []
    open_ = False  # whether the last id may still be the left of a pair
    for number in ids:
        if open_ and number == right:
            out[-1] = new
            open_ = False
        else:
            out.append(number)
            open_ = number == left
    return out
