"""The hidden suite of fix_grpo. Values are worked by hand, or come from `loss_of`, a loop over single tokens."""

import math

import pytest
import torch

from grader.judge.suite import close, raises, unchanged, vjp

ONE = torch.tensor(1.0).double()
CANCELLED = 1e-7  # atol where the losses of answers may cancel, so that weights in float32 are good enough
HIDDEN = (math.nan, math.inf, -math.inf)


def advantages_of(rewards):
    values = rewards.tolist()
    mean = sum(values) / len(values)
    std = math.sqrt(sum((value - mean) ** 2 for value in values) / len(values))
    return torch.tensor([(value - mean) / std for value in values], dtype=rewards.dtype)


def loss_of(logp, old, ref, advantages, mask, clip=0.2, beta=0.04):
    """Token by token, so that one outside the clip is a constant."""
    answers = []
    for g in range(len(logp)):
        a, tokens = advantages[g].item(), []
        for t in range(logp.shape[1]):
            if not mask[g, t]:
                continue
            ratio, gap = torch.exp(logp[g, t] - old[g, t].item()), ref[g, t].item() - logp[g, t]
            if a > 0 and ratio > 1 + clip:
                ratio = torch.tensor(1 + clip, dtype=torch.float64)
            if a < 0 and ratio < 1 - clip:
                ratio = torch.tensor(1 - clip, dtype=torch.float64)
            tokens.append(-ratio * a + beta * (torch.exp(gap) - gap - 1))
        answers.append(sum(tokens) / len(tokens))
    return sum(answers) / len(answers)


def numbers(*values):
    return torch.tensor(values, dtype=torch.float64)


def token(submission, ratio, advantage, **options):
    """The loss of one token with this ratio, without the KL term."""
    options = {"beta": 0.0, **options}
    logp, zero = numbers([math.log(ratio)]), torch.zeros(1, 1).double()
    return submission.grpo_loss(logp, zero, logp, numbers(advantage), zero == 0, **options)


def group(rng, g=3, t=4):
    """Random tensors for a group, and a mask with holes.

    Advantages of either sign meet ratios above, below and inside the clip, whatever is drawn.
    """
    logp, ref = (torch.from_numpy(0.5 * rng.normal(size=(g, t))) for _ in range(2))
    turns = (-1) ** (torch.arange(g)[:, None] + torch.arange(t))  # (g, t)
    old = logp - turns * (numbers(0.5, 0.5, 0.1, 0.5)[:t] + 0.05 * torch.from_numpy(rng.random((g, t))))
    advantages = (-1) ** torch.arange(1, g + 1) * torch.from_numpy(rng.uniform(0.5, 2.0, g))
    mask = torch.ones(g, t, dtype=torch.bool)
    mask[0, 1] = mask[1, 1:] = mask[-1, 0] = False
    return logp, old, ref, advantages, mask


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Work out the deviation of 0 and 4 by hand. What does torch.std give, and why?",
    zh="手算 0 和 4 的标准差。torch.std 给出的是多少？为什么？",
)
def test_advantages_use_the_biased_deviation(submission, rng):
    """Rewards are centred and, with eps = 0, divided by their biased deviation.

    eps = 0 时，奖励减去均值，再除以有偏标准差。
    """
    close(submission.group_advantages(numbers(0.0, 4.0), eps=0.0), numbers(-1.0, 1.0))
    rewards = torch.from_numpy(rng.normal(size=5))
    close(submission.group_advantages(rewards, 0.0), advantages_of(rewards))


@pytest.mark.hint(
    en="eps is added to the deviation, not to the variance and not as a lower limit. What is its default?",
    zh="eps 加在标准差上，不是加在方差上，也不是下限。它的默认值是多少？",
)
def test_eps_is_added_to_the_deviation(submission):
    """Without eps given, a deviation of 1e-4 gives advantages of 1/2; equal rewards, or a single one, give 0.

    不给 eps 时，标准差 1e-4 得到的优势是 1/2；奖励全都相同，或者只有一个时，优势是 0。
    """
    close(submission.group_advantages(numbers(0.0, 4.0), eps=0.5), numbers(-0.8, 0.8))
    close(submission.group_advantages(torch.full((4,), 3.0)), torch.zeros(4))
    close(submission.group_advantages(numbers(2.0)), numbers(0.0))
    close(submission.group_advantages(numbers(0.0, 2e-4)), numbers(-0.5, 0.5))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Take one token with A = 2 and a ratio of 1.5. Which of the two terms is left?",
    zh="取一个 token，A = 2，比值 1.5。两项中留下的是哪一项？",
)
def test_what_there_is_to_gain_is_clipped(submission):
    """With A > 0 a ratio of 3/2 counts as 1 + clip; clip is 0.2 unless given.

    A > 0 时，比值 3/2 按 1 + clip 算；clip 默认是 0.2。
    """
    close(token(submission, 1.5, 2.0), -2.4)
    close(token(submission, 1.5, 2.0, clip=0.25), -2.5)


@pytest.mark.hint(
    en="Take one token with A = -2 and a ratio of 1/2. Multiply both ratios by A first. Which product is smaller?",
    zh="取一个 token，A = -2，比值 1/2。先把两个比值都乘以 A，哪个乘积更小？",
)
def test_a_bad_answer_is_clipped_at_the_lower_end(submission):
    """With A < 0 a ratio of 1/2 counts as 1 - clip.

    A < 0 时，比值 1/2 按 1 - clip 算。
    """
    close(token(submission, 0.5, -2.0), 1.6)
    close(token(submission, 0.5, -2.0, clip=0.25), 1.5)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Take one token with A = -2 and a ratio of 1.5. Which of the two terms is smaller?",
    zh="取一个 token，A = -2，比值 1.5。两项中哪一项更小？",
)
def test_what_there_is_to_lose_is_not_clipped(submission):
    """A ratio above the clip with A < 0, or below it with A > 0, counts in full, however far it lies outside.

    A < 0 而比值高于裁剪范围，或者 A > 0 而比值低于裁剪范围时，不裁剪，超出多远都一样；在范围之内时当然也不裁剪。
    """
    close(token(submission, 1.125, 2.0), -2.25)
    close(token(submission, 1.5, -2.0), 3.0)
    close(token(submission, 0.5, 2.0), -1.0)
    close(token(submission, math.exp(12), -2.0), 2 * math.exp(12))
    close(token(submission, math.exp(-12), 2.0), -2 * math.exp(-12))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="The estimate is positive for either sign of the gap, so its sign tells you nothing. Try a gap of 1 by hand.",
    zh="gap 无论正负，估计量都是正的，只看符号发现不了问题。取 gap = 1 手算一下。",
)
def test_the_kl_term_is_added(submission):
    """A gap of 1 costs beta (e - 2), and one of -1 costs beta / e; beta is 0.04 unless given.

    gap 为 1 时加上 beta (e - 2)，为 -1 时加上 beta / e；beta 默认是 0.04。
    """
    zero = torch.zeros(1, 1).double()
    for gap, due in ((1.0, math.e - 2), (-1.0, 1 / math.e), (12.0, math.exp(12) - 13)):
        args = zero, zero, zero + gap, numbers(0.0), zero == 0
        close(submission.grpo_loss(*args), 0.04 * due)
        close(submission.grpo_loss(*args, beta=3.0), 3 * due)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="How many means are there in the statement, and how many in the program?",
    zh="题目里一共取了几次均值？程序里呢？",
)
def test_every_answer_weighs_the_same(submission):
    """A single token of -3 beside three of +1 makes -1: the mean over tokens first, then over answers.

    一条回答只有一个 token、损失为 -3，另一条有三个、都是 +1，结果是 -1：先对 token、再对回答取均值。
    """
    zeros, mask = torch.zeros(2, 3).double(), torch.tensor([[True, False, False], [True, True, True]])
    close(submission.grpo_loss(zeros, zeros, zeros, numbers(3.0, -1.0), mask), -1.0)


@pytest.mark.hint(
    en="The padding adds 0 to the sum. What does it add to the denominator?",
    zh="填充给和加了 0。它给分母加了多少？",
)
def test_padding_does_not_dilute_the_mean(submission):
    """Two answers of one token each, at other positions, make the mean of these two tokens.

    两条回答各有一个 token，位置不同，结果是这两个 token 的均值。
    """
    zeros, mask = torch.zeros(2, 3).double(), torch.tensor([[False, True, False], [False, False, True]])
    close(submission.grpo_loss(zeros, zeros, zeros, numbers(3.0, -1.0), mask), -1.0)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="0 · nan is nan, in values and in gradients: what the mask hides must be replaced before you compute with it.",
    zh="0 · nan 是 nan，值和梯度里都一样：被掩码遮住的值要在计算之前就换掉。",
)
def test_what_the_mask_hides_changes_nothing(submission, rng):
    """With nan or inf where the mask is False the loss and the gradients stay as they are; there, the gradient is 0.

    掩码为 False 的位置是 nan 或 inf 时，损失和梯度都不变，那里的梯度是 0。
    """
    logp, old, ref, advantages, mask = group(rng)
    leaf = logp.clone().requires_grad_()
    loss = loss_of(leaf, old, ref, advantages, mask)
    (due,) = torch.autograd.grad(loss, leaf)
    for value in HIDDEN:
        args = *(tensor.masked_fill(~mask, value) for tensor in (logp, old, ref)), advantages, mask
        close(submission.grpo_loss(*args), loss.detach(), atol=CANCELLED)
        close(vjp(submission.grpo_loss, args, ONE)[0], due)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Go through the arguments: which of them is a constant, and where does the program say so?",
    zh="逐个看参数：哪些是常数？程序里是在哪儿体现出来的？",
)
def test_gradients_flow_into_logp_only(submission, rng):
    """The gradient of logp is that of the formula, and the other tensors get none.

    对 logp 的梯度与公式一致，其他张量没有梯度。
    """
    for g, t in ((3, 4), (5, 3)):
        args = group(rng, g, t)
        leaf = args[0].clone().requires_grad_()
        (due,) = torch.autograd.grad(loss_of(leaf, *args[1:], clip=0.3, beta=0.5), leaf)
        logp, *others = vjp(submission.grpo_loss, (*args, 0.3, 0.5), ONE)
        close(logp, due)
        for gradient, arg in zip(others[:3], args[1:4], strict=True):
            if gradient is not None:  # a gradient of zeros is none, too
                close(gradient, torch.zeros_like(arg))


def test_an_answer_without_tokens_is_an_error(submission):
    """A mask that hides all tokens of one answer, or of all, raises ValueError.

    掩码遮住某一条回答的全部 token，或者遮住所有回答时，抛出 ValueError。
    """
    zeros = torch.zeros(2, 2)
    for mask in ([[True, True], [False, False]], [[False, False], [False, False]]):
        raises(ValueError, submission.grpo_loss, zeros, zeros, zeros, zeros[0], torch.tensor(mask))


@pytest.mark.hint(
    en="logp[~mask] = 0 and all methods with a final underscore write into the caller's tensors.",
    zh="logp[~mask] = 0，以及所有以下划线结尾的方法，都会改写调用者的张量。",
)
def test_the_arguments_are_not_modified(submission, rng):
    """Rewards, log-probabilities, advantages and mask hold the same values after the call.

    调用之后，奖励、对数概率、优势和掩码都保持原样。
    """
    args = group(rng)
    close(unchanged(submission.grpo_loss, *args), loss_of(*args), atol=CANCELLED)
    close(unchanged(submission.group_advantages, numbers(0.0, 4.0), 0.5), numbers(-0.8, 0.8))
