"""A class that gathers episodes and works each out on its own, recursively over its steps with accumulate."""

from itertools import accumulate

import numpy as np


class Episode:
    def __init__(self, rewards, values, bootstrap):
        self.rewards, self.values, self.bootstrap = rewards, values, bootstrap

    def advantages(self, gamma, lam):
        nxt = np.append(self.values[1:], self.bootstrap)
        delta = self.rewards + gamma * nxt - self.values
        backwards = accumulate(delta[::-1], lambda later, now: now + gamma * lam * later)
        return np.array(list(backwards))[::-1]


def gae(rewards, values, dones, gamma=0.99, lam=0.95):
    parts, start = [], 0
    ends = [*(np.flatnonzero(dones) + 1).tolist()]
    if not ends or ends[-1] != len(rewards):
        ends.append(len(rewards))
    for end in ends:
        bootstrap = 0.0 if dones[end - 1] else values[end]
        parts.append(Episode(rewards[start:end], values[start:end], bootstrap).advantages(gamma, lam))
        start = end
    advantages = np.concatenate(parts)
    return advantages, advantages + values[:-1]
