"""Takes the discounted rewards for the returns.

把折扣奖励之和当成了回报。

caught by: test_with_lam_0_the_advantage_is_the_td_error
also fails: test_a_done_step_takes_nothing_from_the_next_episode,
test_gamma_may_be_0_or_1, test_later_td_errors_count_gamma_lam_times_less,
test_random_rollouts_agree_with_the_sum_of_td_errors,
test_the_arguments_are_not_modified, test_the_defaults
"""

import numpy as np


def gae(rewards, values, dones, gamma=0.99, lam=0.95):
    T = len(rewards)
    advantages = np.zeros(T)
    running = 0.0
    for t in range(T - 1, -1, -1):
        live = 1.0 - dones[t]
        delta = rewards[t] + gamma * live * values[t + 1] - values[t]
        running = delta + gamma * lam * live * running
        advantages[t] = running
    returns, total = np.zeros(T), 0.0
    for t in range(T - 1, -1, -1):
        total = rewards[t] + gamma * (1.0 - dones[t]) * total
        returns[t] = total
    return advantages, returns
