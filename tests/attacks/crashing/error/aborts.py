"""Aborts as a failed assertion of C does; a core would be large.

quick: yes
"""

import os


def softmax(x):
    os.abort()
