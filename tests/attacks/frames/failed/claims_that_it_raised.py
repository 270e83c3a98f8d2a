"""Says that it raised a ValueError, always: right for the empty sequence, and for nothing else.

with: forging
also: error
points: some (an empty sequence is due to raise)
"""


def raises(request):
    if request[0] == "Get":
        return encode(["Value", request[1], Ext(HANDLE, encode([2, "function"]))])
    return encode(["Raised", request[1], "WireError", "no", ["ValueError", "Exception"], 3, [1, 2]])


say("Value", asked(), None)
take_over(raises)
