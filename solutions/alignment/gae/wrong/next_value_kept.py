"""Cuts the recursion at the end of an episode, but still adds the next value.

回合结束时切断了递推，却仍然加上下一个价值。

caught by: test_a_done_step_has_no_next_value
also fails: test_random_rollouts_agree_with_the_sum_of_td_errors,
test_the_arguments_are_not_modified
"""

import numpy as np


def gae(rewards, values, dones, gamma=0.99, lam=0.95):
    T = len(rewards)
    advantages = np.zeros(T)
    running = 0.0
    for t in range(T - 1, -1, -1):
        live = 1.0 - dones[t]
        delta = rewards[t] + gamma * values[t + 1] - values[t]
        running = delta + gamma * lam * live * running
        advantages[t] = running
    returns = advantages + values[:-1]
    return advantages, returns
