"""The paths of content, project, home and submissions are known to whoever has seen the machine once.

tiers: full locked
quick: yes
"""

import os

KNOWN = ["@CONTENT@", "@PROJECT@", "@HOME@", "@SUBMISSIONS@", "@CHECKOUT@"]
INSIDE = [
    "canary.txt",
    "pyproject.toml",
    ".git/config",
    ".git/objects/00/canary",
    "solutions/information_theory/stable_softmax/stable_softmax.py",
    "solutions/information_theory/stable_softmax/test_hidden.py",
    "katas/information_theory/stable_softmax/kata.yaml",
    "questions/sources.yaml",
    "000-leaving-exits_at_import/stable_softmax.py",
    "001-neighbour/stable_softmax.py",
]
found = []
for top in KNOWN:
    for place in (top, f"/proc/1/root{top}", f"/proc/self/root{top}", f"/proc/self/cwd/../../../../../..{top}"):
        for name in INSIDE:
            try:
                with open(os.path.join(place, name)) as file:
                    found.append(file.read())
            except OSError:
                continue
        try:
            found += [name for name in os.listdir(place) if name != "grader"]  # the worker itself lies there
        except OSError:
            continue


def softmax(x):
    print(found)
    assert not found, found
    return [7.0] * len(x)
