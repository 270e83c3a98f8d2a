"""Put before the attacks that say `with: forging`: writes to the judge by hand, with what a submission can find.

The frames are built here and not by `grader.wire`, as an attacker would who knows the format.
"""

import os
import struct
import sys
import warnings

import msgspec
from msgspec.msgpack import Ext

CHANNEL = 3
TUPLE, SET, FROZENSET, BIGINT, TEXT, COMPLEX, ARRAY, SCALAR = range(1, 9)
TENSOR, NP_DTYPE, PT_DTYPE, SIZE, DEVICE, HANDLE, LENT, DICT = range(9, 17)
encode = msgspec.msgpack.Encoder().encode
decode = msgspec.msgpack.Decoder(ext_hook=lambda code, payload: (code, bytes(payload))).decode


answered, enter = [1], warnings.catch_warnings.__enter__


def counted(manager):
    """The worker listens to warnings once a call, which is how a submission can count them."""
    answered[0] += 1
    return enter(manager)


warnings.catch_warnings.__enter__ = counted


def asked():
    """The number of the request that is being answered: its import, or a call after one look-up of the function."""
    return answered[0] + (answered[0] > 1)


def user(lent, name):
    """What a stand-in calls to use what was lent: with a number, a name, and arguments, whatever they are."""
    cells = getattr(type(lent), name).__closure__
    return next(cell.cell_contents for cell in cells if callable(cell.cell_contents))


def floor():
    """The frame of the grader's on which all of a submission stands, with the function that gives it its jobs."""
    frame = sys._getframe()
    while frame.f_code.co_name != "run":
        frame = frame.f_back
    return frame


def put(data):
    """Write bytes to the channel, all of them."""
    while data:
        data = data[os.write(CHANNEL, data) :]


def framed(body):
    return struct.pack("<I", len(body)) + body


def say(*fields):
    """Write a well-formed frame, such as ("Value", 3, [0.5, 0.5])."""
    put(framed(encode(list(fields))))


def big(number):
    """An integer of any size."""
    return Ext(BIGINT, number.to_bytes(number.bit_length() // 8 + 1, "little", signed=True))


def take_over(reply):
    """Never return to the worker: write what `reply` makes of each request, as bytes of a frame's body."""
    while True:
        size = struct.unpack("<I", exactly(4))[0]
        put(framed(reply(decode(exactly(size)))))


def exactly(size):
    data = b""
    while len(data) < size:
        part = os.read(CHANNEL, size - len(data))
        if not part:
            os._exit(0)
        data += part
    return data


MASK, PRIME = (1 << 64) - 1, (1 << 61) - 1
FIRST, SECOND, FIFTH = 11400714785074694791, 14029467366897019727, 2870177450012600261  # of xxHash, as Python has it
INVERSE = pow(SECOND, -1, 1 << 64)


def colliding(count):
    """Pairs of integers whose tuples have one hash: the second one is solved for."""
    first = 0
    while count:
        first += 1
        state = (FIFTH + first * SECOND) & MASK
        state = ((state << 31 | state >> 33) * FIRST) & MASK
        second = ((12345 - state) * INVERSE) & MASK
        second -= (1 << 64) if second >> 63 else 0
        if abs(second) < PRIME:
            count -= 1
            yield first, second
