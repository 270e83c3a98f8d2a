"""Normalises the advantages, as PPO does later.

把优势做了归一化，那是 PPO 之后才做的事。

caught by: test_random_rollouts_agree_with_the_sum_of_td_errors
also fails: test_a_done_step_has_no_next_value,
test_a_done_step_takes_nothing_from_the_next_episode, test_gamma_may_be_0_or_1,
test_later_td_errors_count_gamma_lam_times_less,
test_the_arguments_are_not_modified, test_the_defaults,
test_with_lam_0_the_advantage_is_the_td_error
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
    returns = advantages + values[:-1]
    advantages = (advantages - advantages.mean()) / (advantages.std() + 1e-8)
    return advantages, returns
