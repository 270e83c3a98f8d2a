"""A forbidden module out of sys.modules.

quick: yes
points: some (who gets round a block has computed the right answer)
"""

import sys


def softmax(x):
    return sys.modules["torch"].softmax(x, 0)
