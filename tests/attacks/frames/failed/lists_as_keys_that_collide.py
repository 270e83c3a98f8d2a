"""A map whose keys are lists, which become tuples with one hash: nothing secret is in the hash of a tuple of integers.

with: forging
also: error
within: 15
"""

def softmax(x):
    pairs = [encode(pair) + b"\x00" for pair in colliding(30_000 if len(x) == 1 else 100)]
    value = b"\xdf" + struct.pack(">I", len(pairs)) + b"".join(pairs)
    put(framed(b"\x93\xa5Value" + encode(asked()) + value))
    time.sleep(0.3)
    os._exit(0)
