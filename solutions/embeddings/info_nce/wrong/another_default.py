"""Has 0.07 as the default temperature.

默认温度写成了 0.07。

caught by: test_the_default_temperature
"""

import torch
import torch.nn.functional as F


def info_nce(queries, keys, temperature=0.07):
    q, k = F.normalize(queries, dim=1), F.normalize(keys, dim=1)
    logits = q @ k.T / temperature
    return F.cross_entropy(logits, torch.arange(len(logits)))
