"""Bodies that are no message: other types, other fields, other extensions, shapes that do not fit, trailing bytes.

with: forging
"""

import itertools


def bodies(number):
    yield b""
    yield b"\xc1"
    yield encode(None)
    yield encode({"type": "Value", "id": number, "value": [1.0]})
    yield encode(["Verdict", number, "passed"])
    yield encode(["Load", number, "stable_softmax", b"", {}, []])
    yield encode(["LentValue", number, [1.0]])
    yield encode(["Value", True, [1.0]])
    yield encode(["Value", 1.0, [1.0]])
    yield encode(["Value"])
    yield encode(["Value", number, [1.0]]) + b"\x00"
    yield encode(["Value", number, Ext(99, b"")])
    yield encode(["Value", number, Ext(-1, b"")])
    yield encode(["Value", number, Ext(ARRAY, encode(["f8", [1 << 40], b"12345678"]))])
    yield encode(["Value", number, Ext(ARRAY, encode(["O", [1], b"12345678"]))])
    yield encode(["Value", number, Ext(ARRAY, encode(["f8", [-1, -1], b"12345678"]))])
    yield encode(["Value", number, Ext(TENSOR, encode(["float64", [0, 1 << 62], b""]))])
    yield encode(["Value", number, Ext(SCALAR, encode(["f8", [1], b"12345678"]))])
    yield encode(["Value", number, Ext(HANDLE, encode("one"))])
    yield encode(["Value", number, Ext(HANDLE, encode([big(1 << 100), "huge"]))])
    yield encode(["Value", number, Ext(HANDLE, encode([-1, "negative"]))])
    yield encode(["Value", number, Ext(LENT, encode(0))])
    yield encode(["Value", number, Ext(SET, encode([[1]]))])
    yield encode(["Value", number, Ext(DICT, encode([[1, 2, 3]]))])
    yield encode(["Value", number, Ext(TEXT, b"\xff")])
    yield encode(["Value", number, [1.0], 5])
    yield encode(["Value", number, [1.0], [[]]])
    yield encode(["Value", number, [1.0], "aftermath"])
    yield encode(["Value", number, [1.0], Ext(HANDLE, encode([0, "module"]))])
    yield encode(["Value", number, [1.0], None, [1, 2]])
    yield encode(["Value", number, [1.0], None, [], True, "seven"])
    yield encode(["Raised", number, "ValueError", 5, [], None])
    yield encode(["Raised", number, "ValueError"])


COUNT = len(list(bodies(0)))
TURNS = itertools.count()


def softmax(x):
    # A room of its own for every test: which body it is follows from what is asked, so that all have their turn.
    turn = (len(x) * 7 + int(abs(sum(value for value in x if value > -1e17 and value < 1e17)) * 10) + next(TURNS)) % COUNT
    put(framed(next(itertools.islice(bodies(asked()), turn, None))))
    time.sleep(0.1)
    os._exit(0)
