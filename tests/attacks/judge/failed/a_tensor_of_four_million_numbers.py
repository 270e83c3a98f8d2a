"""A long tensor, forged, where a short list is due.

with: forging
also: error
"""


def softmax(x):
    say("Value", asked(), Ext(TENSOR, encode(["uint8", [4_000_000], bytes(4_000_000)])))
    time.sleep(0.2)
    os._exit(0)
