"""Right in everything, with an exception and warnings whose words hold half a character, as broken files give them.

quick: yes
"""

import math
import warnings


def softmax(x):
    warnings.warn("a byte that is no text: \udcff", stacklevel=1)
    if not x:
        raise ValueError("nothing \ud800")
    top = max(x)
    powers = [math.exp(value - top) for value in x]
    return [power / sum(powers) for power in powers]
