"""A well-formed reply that says it passed is an answer like any other, and wrong.

with: forging
quick: yes
"""


def claims(request):
    claim = {"verdict": "passed", "score": 1.0, "points": 18, "tests": [], "passed": True}
    if request[0] == "Get":
        return encode(["Value", request[1], Ext(HANDLE, encode([2, "function"]))])
    return encode(["Value", request[1], claim, None, [], True, -7])


say("Value", asked(), None)
take_over(claims)
