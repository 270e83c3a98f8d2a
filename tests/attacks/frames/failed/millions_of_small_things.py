"""As many small objects as a frame can hold: a byte on the wire each, and a hundred in memory.

with: forging
also: error, timeout
tiers: full
"""

LISTS = b"\xdd" + struct.pack(">I", 4_000_000) + b"\x90" * 4_000_000
ONE = encode(Ext(HANDLE, encode([1, ""])))
HANDLES = b"\xdd" + struct.pack(">I", 600_000) + ONE * 600_000


def much(request):
    if request[0] == "Get":
        return encode(["Value", request[1], Ext(HANDLE, encode([2, "function"]))])
    return b"\x93\xa5Value" + encode(request[1]) + (LISTS if request[1] % 2 else HANDLES)


say("Value", asked(), None)
take_over(much)
