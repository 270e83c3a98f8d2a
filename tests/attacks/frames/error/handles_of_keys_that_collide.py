"""A map whose keys are lists with one hash, where the number of a handle is due.

with: forging
within: 15
"""

def softmax(x):
    pairs = [encode(pair) + b"\x00" for pair in colliding(30_000 if len(x) == 1 else 100)]
    value = b"\xdf" + struct.pack(">I", len(pairs)) + b"".join(pairs)
    put(framed(b"\x93\xa5Value" + encode(asked()) + encode(Ext(HANDLE, value))))
    time.sleep(0.3)
    os._exit(0)
