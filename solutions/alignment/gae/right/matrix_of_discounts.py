"""One (T, T) matrix of discounts, zero across the ends of episodes, times the vector of TD errors."""

import numpy as np


def gae(rewards, values, dones, gamma=0.99, lam=0.95):
    steps = len(rewards)
    episode = np.concatenate([[0], np.cumsum(dones)[:-1]])
    distance = np.arange(steps)[None, :] - np.arange(steps)[:, None]
    same = (episode[:, None] == episode[None, :]) & (distance >= 0)
    weights = np.where(same, (gamma * lam) ** np.where(same, distance, 0), 0.0)
    bootstrap = np.where(dones, 0.0, values[1:])
    delta = rewards + gamma * bootstrap - values[:-1]
    advantages = weights @ delta
    return [advantages, advantages + values[:-1]]
