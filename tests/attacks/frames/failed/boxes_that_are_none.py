"""What the suite asks to keep in the worker comes back as numbers, texts and objects of another kind.

kata: early_stopping
with: forging
also: error
points: some (it answers a few questions rightly by chance)
"""

import itertools

TURNS = itertools.cycle([7, "box", None, [1], Ext(HANDLE, encode([0, "module"]))])


def reply(request):
    if request[0] == "Get" and request[3] in ("EarlyStopping", "step", "update", "append"):
        return encode(["Value", request[1], Ext(HANDLE, encode([5, "Thing"]))])
    if request[0] in ("Box", "Unbox"):
        return encode(["Value", request[1], next(TURNS)])
    if request[0] == "Call":
        return encode(["Value", request[1], Ext(HANDLE, encode([6, "Thing"]))])
    return encode(["Value", request[1], False])


say("Value", asked(), None)
take_over(reply)
