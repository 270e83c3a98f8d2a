"""Imports the judge, the command, the suites and what pytest keeps of them.

tiers: full locked
"""

import importlib
import sys

NAMES = """grader.sandbox.worker grader.wire grader.wire.values grader.judge.suite grader.judge.compare grader.judge.plugin grader.catalogue grader.cohort.cache grader.lint
dojo dojo.cli dojo.cli.grade dojo.progress solutions katas test_hidden reference_stable_softmax""".split()
found = []
sys.path += ["@CHECKOUT@", "@CONTENT@", "@SUBMISSIONS@", "@CONTENT@/solutions/information_theory/stable_softmax"]
for name in NAMES:
    try:
        module = importlib.import_module(name)
        if getattr(module, "__file__", None):  # a folder that may be seen but holds nothing is a package, too
            found.append(repr(vars(module))[:2000])
    except (ImportError, OSError):
        continue


def softmax(x):
    assert not found, found
    return [7.0] * len(x)
