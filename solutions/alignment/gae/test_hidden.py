"""The hidden suite of gae. Values are worked by hand, or come from `oracle`, the sum of discounted TD errors."""

import numpy as np
import pytest

from grader.judge.suite import close, unchanged


def oracle(rewards, values, dones, gamma, lam):
    """Each advantage on its own: the TD errors up to the end of its episode, added up."""
    steps, advantages = len(rewards), []
    for t in range(steps):
        end = next((s for s in range(t, steps) if dones[s]), steps - 1)
        total = 0.0
        for s in range(t, end + 1):
            future = 0.0 if dones[s] else gamma * values[s + 1]
            total += (gamma * lam) ** (s - t) * (rewards[s] + future - values[s])
        advantages.append(total)
    return np.array(advantages), np.array(advantages) + values[:-1]


def rollout(rng, steps, ends=()):
    dones = np.zeros(steps, dtype=bool)
    dones[list(ends)] = True
    return rng.normal(size=steps), rng.normal(size=steps + 1), dones


def array(*values):
    return np.array(values, dtype=np.float64)


RUNNING = np.array([False, False])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="With lam = 0 only δ_t is left. Which value belongs to which step?",
    zh="lam = 0 时只剩 δ_t。哪个价值属于哪一步？",
)
def test_with_lam_0_the_advantage_is_the_td_error(submission):
    """r_t + gamma V_{t+1} - V_t, also for the last step, which takes values[T].

    等于 r_t + gamma V_{t+1} - V_t；最后一步也一样，用 values[T]。
    """
    advantages = array(1 + 0.5 * 3 - 2, 10 + 0.5 * 8 - 3)
    result = submission.gae(array(1, 10), array(2, 3, 8), RUNNING, 0.5, 0.0)
    close(result, (advantages, advantages + array(2, 3)))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="A step back costs gamma times lam, not one of them alone.",
    zh="往前传一步要乘 gamma 和 lam，不是只乘其中一个。",
)
def test_later_td_errors_count_gamma_lam_times_less(submission):
    """With values of 0 and a single reward of 64 at the end, each step before has gamma · lam times as much.

    价值全为 0，只有最后一步的奖励是 64 时，每往前一步，优势就乘一次 gamma · lam。
    """
    advantages = array(1, 8, 64)
    result = submission.gae(array(0, 0, 64), np.zeros(4), np.zeros(3, dtype=bool), 0.5, 0.25)
    close(result, (advantages, advantages))


@pytest.mark.hint(en="Look at the defaults in the signature.", zh="看一下函数签名里的默认值。")
def test_the_defaults(submission):
    """Without arguments gamma is 0.99 and lam 0.95.

    不给参数时，gamma 是 0.99，lam 是 0.95。
    """
    advantages = array(0.99 * 0.95 * (1 + 0.99), 1 + 0.99)
    close(submission.gae(array(0, 1), array(0, 0, 1), RUNNING), (advantages, advantages))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="The last step that is done has no future: values[T] is not for it.",
    zh="最后一步 done 了，就没有以后：不能用 values[T]。",
)
def test_a_done_step_has_no_next_value(submission):
    """The step that ends an episode has the TD error r - V, at the end of a rollout, too.

    结束回合的那一步，TD 误差是 r - V，在 rollout 的末尾也一样。
    """
    dones = np.array([True, False, True])
    result = submission.gae(array(1, 2, 5), array(4, 3, 5, 100), dones, 0.5, 0.0)
    close(result, (array(-3, 1.5, 0), array(1, 4.5, 5)))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Is it done[t] that cuts step t from step t + 1, or done[t + 1]? And does it cut the recursion as well?",
    zh="切断第 t 步与第 t + 1 步的，是 done[t] 还是 done[t + 1]？递推也切断了吗？",
)
def test_a_done_step_takes_nothing_from_the_next_episode(submission):
    """A reward after the end of an episode does not change the advantages before it; one before the end does.

    回合结束之后的奖励，不影响它之前的优势；结束之前的会影响。
    """
    dones = np.array([False, True, False])
    result = submission.gae(array(0, 4, 64), np.zeros(4), dones, 0.5, 0.5)
    close(result, (array(1, 4, 64), array(1, 4, 64)))


@pytest.mark.hint(en="`gamma or 0.99` is 0.99 for 0.", zh="gamma 为 0 时，`gamma or 0.99` 等于 0.99。")
def test_gamma_may_be_0_or_1(submission):
    """With gamma = 0 only the step's own reward counts; with gamma = lam = 1 all rewards still to come.

    gamma = 0 时只算当步的奖励；gamma = lam = 1 时，之后的奖励全都算。
    """
    args = array(1, 2), array(3, 5, 7), RUNNING
    close(submission.gae(*args, 0.0, 1.0), (array(-2, -3), array(1, 2)))
    close(submission.gae(*args, 1.0, 1.0), (array(7, 4), array(10, 9)))


@pytest.mark.points(2)
def test_random_rollouts_agree_with_the_sum_of_td_errors(submission, rng):
    """On rollouts with several episodes all advantages and returns agree with the formula.

    对含有多个回合的 rollout，所有优势和回报都与公式一致。
    """
    for steps, ends in ((1, ()), (6, (0, 3)), (9, (2, 3, 8)), (40, (17,))):
        args = *rollout(rng, steps, ends), 0.9, 0.8
        close(submission.gae(*args), oracle(*args))


@pytest.mark.hint(
    en="advantages = rewards makes no copy; neither does a slice of values.",
    zh="advantages = rewards 不会复制；对 values 切片也不会。",
)
def test_the_arguments_are_not_modified(submission, rng):
    """Rewards, values and dones hold the same values after the call.

    调用之后 rewards、values 和 dones 都保持原样。
    """
    args = *rollout(rng, 5, (2,)), 0.9, 0.8
    close(unchanged(submission.gae, *args), oracle(*args))
