"""Leaves the next value out at the end of an episode, but runs the recursion on.

回合结束时去掉了下一个价值，递推却没有切断。

caught by: test_a_done_step_takes_nothing_from_the_next_episode
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
        delta = rewards[t] + gamma * live * values[t + 1] - values[t]
        running = delta + gamma * lam * running
        advantages[t] = running
    returns = advantages + values[:-1]
    return advantages, returns
