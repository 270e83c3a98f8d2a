"""The hidden suite of fgm_adversarial; norms are worked by hand, or computed in float64."""

import math

import pytest
import torch

from grader.judge.suite import close, require, same

VALUES, GRADIENT = torch.tensor([1.0, -2.0]), torch.tensor([3.0, -4.0])  # the norm is 5


@pytest.fixture
def support(submission, support):
    _ = submission.FGM  # a file that lacks it is told so here
    return support


def play(support, values, gradient, steps, *settings):
    """The values after each step."""
    return support.play(values, gradient, steps, *settings)[0]


@pytest.mark.points(2)
@pytest.mark.hint(
    en="The loss is to rise, so the step goes along the gradient.",
    zh="要让损失上升，所以沿梯度方向走。",
)
def test_the_step_goes_along_the_gradient(support):
    """The step is added, scaled by epsilon: twice (3, −4)/5.

    加上扰动，乘以 epsilon：(3, −4)/5 的两倍。
    """
    close(play(support, VALUES, GRADIENT, ["attack"], 2.0), [torch.tensor([2.2, -3.6])])


def test_epsilon_is_one_unless_given(support):
    """Without epsilon the step has the length 1.

    不传 epsilon 时，扰动的长度是 1。
    """
    close(play(support, VALUES, torch.tensor([0.0, -4.0]), ["attack"]), [torch.tensor([1.0, -3.0])])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="‖g‖₂ is the root of the sum of the squares of all entries, not of each row and not the sum of absolute values.",
    zh="‖g‖₂ 是所有元素平方和的平方根，不是逐行计算，也不是绝对值之和。",
)
@pytest.mark.parametrize("shape", [(4, 3), (2, 2, 3)])
def test_the_norm_is_that_of_the_whole_gradient(support, rng, shape):
    """All entries of the gradient count in one norm, whatever its shape.

    无论梯度是什么形状，所有元素一起算一个范数。
    """
    values, gradient = (torch.from_numpy(rng.standard_normal(shape)) for _ in range(2))
    length = math.sqrt(math.fsum(number**2 for number in gradient.flatten().tolist()))
    close(play(support, values, gradient, ["attack"], 0.5), [values + 0.5 * gradient / length])


@pytest.mark.hint(
    en="A constant beside the norm shortens the step where gradients are small.",
    zh="给范数加一个常数，会让梯度小的时候扰动变短。",
)
def test_a_small_gradient_makes_a_full_step(support):
    """A gradient of length 5e-15 gives a step of length epsilon.

    长度为 5e-15 的梯度，扰动的长度仍是 epsilon。
    """
    close(play(support, VALUES, 1e-15 * GRADIENT, ["attack"]), [torch.tensor([1.6, -2.8])])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="0/0 is NaN, and None has no norm.",
    zh="0/0 是 NaN，而 None 没有范数。",
)
def test_without_a_gradient_nothing_happens(support):
    """A gradient that is None or all zero leaves the parameter as it is, in attack and in restore.

    梯度为 None 或全为零时，attack 和 restore 都不改动参数。
    """
    for gradient in (None, torch.zeros(2)):
        same(play(support, VALUES, gradient, ["attack", "restore"]), [VALUES, VALUES])


@pytest.mark.hint(
    en="torch.isfinite looks at every entry; comparing the norm with 0 does not see NaN.",
    zh="torch.isfinite 会检查每个元素；把范数与 0 比较，看不出 NaN。",
)
def test_a_gradient_that_is_not_finite_does_nothing(support):
    """One entry of inf or NaN is enough: the parameter stays as it is.

    只要有一个元素是 inf 或 NaN，参数就保持不变。
    """
    for bad in (math.inf, -math.inf, math.nan):
        same(play(support, VALUES, torch.tensor([3.0, bad]), ["attack", "restore"]), [VALUES, VALUES])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="(w + r) − r is not always w in floating point. And is what you saved a copy?",
    zh="浮点数里 (w + r) − r 不一定等于 w。另外，你保存的是副本吗？",
)
def test_the_old_values_come_back_to_the_last_bit(support, rng):
    """restore gives the very numbers from before the attack, large or small.

    restore 恢复攻击之前的数，无论大小，每一位都相同。
    """
    values = torch.from_numpy(rng.standard_normal(200) * 10.0 ** rng.integers(-12, 4, 200)).float()
    attacked, restored = pair(support.play(values, torch.ones(200), ["attack", "restore"], 3.0))
    require(not torch.equal(attacked, values), "attack() changed nothing.", "attack() 没有改变参数。", attacked)
    same(restored, values)


def pair(played):
    """Both tensors of two steps."""
    seen = played[0]
    tensors = len(seen) == 2 and all(isinstance(value, torch.Tensor) for value in seen)
    require(tensors, "The parameter is no tensor any more.", "参数不再是张量了。", seen)
    return seen


@pytest.mark.hint(
    en="Operations such as /=, div_ and clamp_ write into the gradient.",
    zh="/=、div_、clamp_ 这类操作会写进梯度。",
)
def test_the_gradient_stays_as_it_is(support):
    """Neither attack nor restore changes the gradient, to which the adversarial one is added.

    attack 和 restore 都不改动梯度，对抗样本的梯度要累加在它上面。
    """
    same(support.play(VALUES, GRADIENT, ["attack"])[1], GRADIENT)
    same(support.play(VALUES, GRADIENT, ["attack", "restore"])[1], GRADIENT)


def test_restore_without_an_attack_does_nothing(support):
    """restore before any attack leaves what training has made of the parameter.

    从未攻击过时，restore 保留训练得到的值。
    """
    same(play(support, VALUES, GRADIENT, ["train", "restore"]), [VALUES + 1, VALUES + 1])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="What is left of an attack after it has been undone?",
    zh="攻击被撤销之后，还留着什么？",
)
def test_a_second_restore_does_nothing(support):
    """After attack and restore another restore leaves what training has made of the parameter.

    攻击并恢复之后，再次 restore 会保留训练得到的值。
    """
    seen = play(support, VALUES, GRADIENT, ["attack", "restore", "train", "restore"])
    same(seen[1:], [VALUES, VALUES + 1, VALUES + 1])


def test_each_round_has_its_own_values(support):
    """A later attack starts from the trained values, and restore goes back to these.

    之后的攻击从训练后的值出发，restore 也回到这些值。
    """
    seen = play(support, VALUES, GRADIENT, ["attack", "restore", "train", "attack", "restore"])
    close(seen[3], VALUES + 1 + torch.tensor([0.6, -0.8]))
    same(seen[4], VALUES + 1)


def test_two_objects_do_not_disturb_each_other(support):
    """Two parameters under attack get back their own values.

    两个参数同时被攻击，恢复时各自拿回自己的值。
    """
    same(support.two_at_once(VALUES, VALUES + 5, GRADIENT), [VALUES, VALUES + 5])
