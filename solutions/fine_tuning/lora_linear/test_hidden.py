"""The hidden suite of lora_linear.

All numbers are small multiples of 1/4, so that the formula, written out here with matrices, is exact in float32.
No bias is 0.
"""

import pytest
import torch

from grader.judge.suite import close, parameter_gradients, raises, require, same, vjp

N_IN, N_OUT = 5, 3


@pytest.fixture
def support(submission, support):
    _ = submission.LoRALinear  # a file that lacks it is told so here
    return support


def drawn(rng, *shape):
    return torch.from_numpy(rng.integers(-8, 9, shape) / 4).float()


class Drawn:
    """A base, the matrices of an update, an input, and what comes out."""

    def __init__(self, rng, r, alpha, bias=True, shape=(4,)):
        self.weight, self.bias = drawn(rng, N_OUT, N_IN), drawn(rng, N_OUT) + 2.25 if bias else None
        self.a, self.b, self.x = drawn(rng, r, N_IN), drawn(rng, N_OUT, r), drawn(rng, *shape, N_IN)
        self.new = self.weight, self.bias, r, alpha  # the settings of a new layer
        self.tuned = *self.new, self.a, self.b
        self.plain = self.x @ self.weight.T + (self.bias if bias else 0.0)  # (…, out)
        self.due = self.plain + alpha / r * (self.x @ self.a.T @ self.b.T)


@pytest.mark.points(2)
def test_a_new_layer_gives_what_the_base_gives(support, rng):
    """Before training the output is that of the base.

    训练之前，输出与 base 相同。
    """
    given = Drawn(rng, 2, 4.0)
    close(support.output(given.x, *given.new), given.plain)


@pytest.mark.hint(
    en="Which of the two may be zero, and what would the gradients be if both were?",
    zh="两个矩阵中哪个可以为零？如果都为零，梯度会怎样？",
)
def test_only_lora_b_starts_at_zero(support, rng):
    """lora_A is (r, in) and not zero, lora_B is (out, r) and zero.

    lora_A 的形状是 (r, in)，不为零；lora_B 的形状是 (out, r)，为零。
    """
    a, b = support.at_the_start(*Drawn(rng, 2, 4.0).new)
    same(b, torch.zeros(N_OUT, 2))
    there = isinstance(a, torch.Tensor) and a.shape == (2, N_IN)
    require(there, "lora_A must be a tensor of (r, in).", "lora_A 应为 (r, in) 的张量。", a)
    require(bool((a != 0).any()), "lora_A starts at zero, too.", "lora_A 也从零开始。", a)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="requires_grad_(False) freezes a module. Is the bias frozen, too? Is lora_B a parameter?",
    zh="requires_grad_(False) 可以冻结整个模块。偏置也冻结了吗？lora_B 是参数吗？",
)
def test_only_the_two_matrices_train(support, rng):
    """lora_A and lora_B are the only trainable parameters.

    可训练的参数只有 lora_A 和 lora_B。
    """
    same(support.trainable(*Drawn(rng, 2, 4.0).new), ["lora_A", "lora_B"])


@pytest.mark.parametrize("r", [1, 7])
def test_any_rank_from_one_up(support, rng, r):
    """With alpha = r the output is base(x) + x Aᵀ Bᵀ, for ranks from 1 to more than in and out.

    alpha = r 时，输出是 base(x) + x Aᵀ Bᵀ；秩可以是 1，也可以大于 in 和 out。
    """
    given = Drawn(rng, r, float(r))
    close(support.output(given.x, *given.tuned), given.due)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="The update is multiplied by alpha / r: not by alpha, not by 1 / r, and the base not at all.",
    zh="增量要乘以 alpha / r：不是 alpha，也不是 1 / r；base 的输出不乘。",
)
def test_the_update_is_scaled_by_alpha_over_r(support, rng):
    """The update, and nothing else, is multiplied by alpha / r: here 3/2 and 1/4.

    只有增量乘以 alpha / r：这里是 3/2 和 1/4。
    """
    for r, alpha in ((2, 3.0), (4, 1.0)):
        given = Drawn(rng, r, alpha)
        close(support.output(given.x, *given.tuned), given.due)


def test_a_base_without_bias(support, rng):
    """A base without bias stays without one, also when merged.

    没有偏置的 base 照样可用，合并之后也一样。
    """
    given = Drawn(rng, 2, 3.0, bias=False)
    close(support.output(given.x, *given.tuned), given.due)
    close(support.merged_output(given.x, *given.tuned), given.due)


@pytest.mark.hint(
    en="@ and nn.Linear work on the last axis; torch.mm knows matrices only.",
    zh="@ 和 nn.Linear 作用在最后一维；torch.mm 只认识矩阵。",
)
@pytest.mark.parametrize("shape", [(), (2, 3)])
def test_any_leading_dimensions(support, rng, shape):
    """x may be (in,), (B, in), (B, T, in) and so on.

    x 可以是 (in,)、(B, in)、(B, T, in) 等。
    """
    given = Drawn(rng, 2, 2.0, shape=shape)
    close(support.output(given.x, *given.tuned), given.due)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="no_grad and detach cut the graph; frozen parameters don't need them.",
    zh="no_grad 和 detach 会切断计算图；冻结参数并不需要它们。",
)
def test_gradients_reach_the_matrices_and_x(support, rng):
    """Gradients flow to lora_A and lora_B, and through the frozen base to x.

    梯度能传到 lora_A 和 lora_B，也能穿过冻结的 base 传到 x。
    """
    given, cotangent = Drawn(rng, 2, 3.0), drawn(rng, 4, N_OUT)
    layer = support.lora(*given.tuned)
    found = parameter_gradients(layer, (given.x,), cotangent)
    pulled = 1.5 * cotangent @ given.b  # (4, r)
    close(found.get("lora_A"), pulled.T @ given.x)
    close(found.get("lora_B"), 1.5 * cotangent.T @ (given.x @ given.a.T))
    close(vjp(layer, (given.x,), cotangent), [cotangent @ given.weight + pulled @ given.a])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="The weight of a linear layer is (out, in). Which product of A and B has that shape, and what scales it?",
    zh="线性层的权重形状是 (out, in)。A 和 B 怎样相乘才是这个形状？还要乘什么系数？",
)
def test_a_merged_layer_gives_the_same(support, rng):
    """merge() gives a plain nn.Linear with the same output, scale and bias included.

    merge() 返回普通的 nn.Linear，输出相同，包括缩放系数和偏置。
    """
    given = Drawn(rng, 2, 3.0)
    found = support.merged_output(given.x, *given.tuned)
    require(found is not None, "merge() gives no plain nn.Linear.", "merge() 返回的不是普通的 nn.Linear。")
    close(found, given.due)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Does merge write into the weight of the base?",
    zh="merge 有没有写进 base 的权重？",
)
def test_merging_leaves_base_and_layer_as_they_were(support, rng):
    """After merge() the base has its old numbers, the layer its old output, and training and merging go on as before.

    合并之后，base 的数值不变，LoRA 层的输出不变，照样可以继续训练、再次合并。
    """
    given = Drawn(rng, 2, 3.0)
    close(support.after_merging(given.x, *given.tuned), ([given.weight, given.bias], given.due, given.due))
    same(support.trainable_after_merging(*given.new), ["lora_A", "lora_B"])


@pytest.mark.hint(
    en="merged.bias = base.bias makes one tensor with two owners.",
    zh="merged.bias = base.bias 会让两个层共用同一个张量。",
)
def test_a_merged_layer_owns_its_numbers(support, rng):
    """Changing the merged layer changes neither the base nor the LoRA layer.

    修改合并出来的层，不会影响 base 和 LoRA 层。
    """
    given = Drawn(rng, 2, 3.0)
    found = support.after_merging(given.x, *given.tuned, overwrite=True)
    close(found, ([given.weight, given.bias], given.due, given.due))


def test_a_rank_below_one_is_an_error(submission, support, rng):
    """r = 0 and r = −1 raise ValueError.

    r = 0 和 r = −1 抛出 ValueError。
    """
    base = support.base_of(*Drawn(rng, 1, 1.0).new[:2])
    for r in (0, -1):
        raises(ValueError, submission.LoRALinear, base, r, 1.0)
