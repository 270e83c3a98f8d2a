"""Prints what a terminal, a web page, a table and a build server would obey, in bytes that are no text, too.

quick: yes
"""

import os
import sys
import warnings


def softmax(x):
    print("\x1b[2J\x1b]52;c;bGVmdA==\x07\x1bP+q\x1b\\ \u202e\u2066 \r\b\x00 [red]markup[/] <script>alert(1)</script> | a | b |")
    print("::add-mask::x\n::error file=a::owned\n##vso[task.setvariable]x\n```\n# passed\n", file=sys.stderr)
    sys.stdout.flush()
    os.write(1, bytes(range(256)))
    warnings.warn("\x1b[31m\u202e", stacklevel=1)
    return [7.0] * len(x)
