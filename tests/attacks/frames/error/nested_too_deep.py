"""Lists in lists, and extensions in extensions, deeper than any code that walks over them can bear.

with: forging
"""


def softmax(x):
    value = Ext(TUPLE, encode([]))
    for _ in range(5000):
        value = Ext(TUPLE, encode([value]))
    if len(x) % 2:
        put(framed(b"\x93\xa5Value" + encode(asked()) + b"\x91" * 1_000_000 + b"\xc0"))
    else:
        say("Value", asked(), value)
    time.sleep(0.1)
    os._exit(0)
