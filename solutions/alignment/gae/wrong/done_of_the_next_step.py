"""Takes the flag of the next step, as in code where dones are aligned with observations.

用了下一步的结束标志，像 dones 与观测对齐的代码那样。

caught by: test_a_done_step_takes_nothing_from_the_next_episode
also fails: test_a_done_step_has_no_next_value,
test_random_rollouts_agree_with_the_sum_of_td_errors,
test_the_arguments_are_not_modified
"""

import numpy as np


def gae(rewards, values, dones, gamma=0.99, lam=0.95):
    T = len(rewards)
    advantages = np.zeros(T)
    running = 0.0
    for t in range(T - 1, -1, -1):
        live = 1.0 - (dones[t + 1] if t + 1 < T else 0.0)
        delta = rewards[t] + gamma * live * values[t + 1] - values[t]
        running = delta + gamma * lam * live * running
        advantages[t] = running
    returns = advantages + values[:-1]
    return advantages, returns
