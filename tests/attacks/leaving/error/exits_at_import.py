"""Exits with status 0 before anything is asked.

quick: yes
"""

import sys

sys.exit(0)
