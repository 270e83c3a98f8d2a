"""The hidden suite of moe_layer.

The experts are functions of the judge's, which keeps the record of their calls. Values are worked by hand, or come from
`oracle`, a loop over tokens.
"""

import pytest
import torch

from grader.judge.suite import close, lend, raises, require, unchanged, vjp

LOGITS = torch.tensor([[2.0, 6.0, 1.0, 3.0], [4.0, 1.0, 9.0, 3.0]]).double().log()


def experts_of(count):
    """Expert e gives sin((e + 1) x) + e + 1, which is not linear."""
    return [lambda x, c=e + 1: torch.sin(c * x) + c for e in range(count)]


def oracle(x, gate, experts, k):
    rows = []
    for token in x:
        logits = gate @ token
        best = sorted(range(len(experts)), key=lambda e: -logits[e].item())[:k]
        powers = [logits[e].exp() for e in best]
        rows.append(sum(p * experts[e](token[None])[0] for p, e in zip(powers, best, strict=True)) / sum(powers))
    return torch.stack(rows)


def draw(rng, *shapes):
    return [torch.from_numpy(rng.normal(size=shape)) for shape in shapes]


@pytest.mark.points(2)
@pytest.mark.hint(
    en="First the k greatest logits, then the softmax over them alone.",
    zh="先取最大的 k 个 logit，再只对它们做 softmax。",
)
def test_the_weights_are_a_softmax_over_the_chosen_logits(submission):
    """The best two of ln 2, ln 6, ln 1, ln 3 get the weights 2/3 and 1/3, best first.

    ln 2、ln 6、ln 1、ln 3 中最好的两个权重是 2/3 和 1/3，从大到小排列。
    """
    due = torch.tensor([[6 / 9, 3 / 9], [9 / 13, 4 / 13]]).double(), torch.tensor([[1, 3], [2, 0]])
    close(unchanged(submission.route, LOGITS, 2), due)


def test_one_expert_or_all(submission):
    """With k = 1 the weight is 1, with k = E it is the whole softmax, also for logits of 1000 in float32.

    k = 1 时权重是 1；k = E 时就是完整的 softmax；float32 下 logit 为 1000 也一样。
    """
    close(submission.route(LOGITS, 1), (torch.ones(2, 1).double(), torch.tensor([[1], [2]])))
    due = torch.tensor([[1.0, 0.0, 0.0]]), torch.tensor([[2, 0, 1]])
    close(submission.route(torch.tensor([[0.0, -1000.0, 1000.0]]), 3), due)


@pytest.mark.points(2)
def test_an_impossible_k_raises_value_error(submission, support):
    """k = 0 and k = E + 1 raise ValueError, in route and in moe.

    k = 0 和 k = E + 1 抛出 ValueError，在 route 和 moe 中都是。
    """
    for k in (0, 5):
        raises(ValueError, submission.route, LOGITS, k)
        raises(ValueError, support.moe_of, torch.ones(2, 3), torch.ones(4, 3), torch.ones(4, 3, 3), k)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Every expert that a token has chosen adds its share.",
    zh="token 选中的每个专家都要贡献自己的一份。",
)
def test_a_token_is_the_weighted_sum_of_its_experts(submission, support):
    """One token with the weights 2/3 and 1/3 for experts 1 and 3 gets 2/3 · 10 + 1/3 · 40.

    一个 token 对专家 1、3 的权重是 2/3、1/3，结果是 2/3 · 10 + 1/3 · 40。
    """
    x, gate = torch.ones(1, 1).double(), LOGITS[:1].T.contiguous()
    functions = [lend(lambda x, c=c: c * x) for c in (7.0, 10.0, 9.0, 40.0)]
    close(support.moe_with(x, gate, functions, 2), torch.tensor([[20.0]]).double())


def test_each_token_goes_to_its_best_expert(submission, support, rng):
    """With k = 1 a token is what its best expert makes of it.

    k = 1 时，token 的结果就是它最好的专家的输出。
    """
    x, gate, weights = draw(rng, (6, 3), (3, 3), (3, 3, 3))
    best = (x @ gate.T).argmax(1).tolist()
    due = torch.stack([torch.tanh(weights[e] @ token) for e, token in zip(best, x, strict=True)])
    close(support.moe_of(x, gate, weights, 1), due)


@pytest.mark.points(2)
def test_random_tokens_agree_with_a_loop_over_tokens(submission, support, rng):
    """For k = 2 and for all four experts each token gets the mixture of its own experts, which are not linear.

    k = 2 以及用上全部四个专家时，每个 token 都得到自己的专家的混合；专家不是线性的。
    """
    for k in (2, 4):
        x, gate = draw(rng, (7, 3), (4, 3))
        functions = [lend(function) for function in experts_of(4)]
        close(support.moe_with(x, gate, functions, k), oracle(x, gate, experts_of(4), k))


@pytest.mark.points(3)
@pytest.mark.hint(
    en="Select the rows of an expert's tokens before you call it; all places in the top k at once.",
    zh="先选出该专家的 token 所在的行，再调用它；前 k 个位置要一起处理。",
)
def test_each_expert_sees_its_own_tokens_in_one_call(submission, support, rng):
    """The judge's record: each expert is called once, and with the rows of its tokens only.

    判题端的记录显示：每个专家只调用一次，而且只收到自己的 token。
    """
    x, gate = draw(rng, (9, 3), (3, 3))
    loans = [lend(function) for function in experts_of(3)]
    close(support.moe_with(x, gate, loans, 2), oracle(x, gate, experts_of(3), 2))
    chosen = (x @ gate.T).topk(2).indices
    for number, loan in enumerate(loans):
        due = sorted(x[(chosen == number).any(1)].tolist())
        calls = [call.args[0] for call in loan.calls]
        en, zh = f"expert {number} was called {len(calls)} times", f"专家 {number} 被调用了 {len(calls)} 次"
        require(len(calls) == (len(due) > 0), en, zh)
        close(sorted(calls[0].tolist()) if calls else [], due)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Skip an expert that has no tokens.",
    zh="没有 token 的专家要跳过。",
)
def test_an_expert_without_tokens_is_not_called(submission, support):
    """All tokens choose experts 0 and 2: the judge's record of expert 1 is empty.

    所有 token 都选专家 0 和 2：判题端没有专家 1 的调用记录。
    """
    x, gate = torch.tensor([[1.0], [2.0]]).double(), torch.tensor([[1.0], [-1.0], [2.0]]).double()
    loans = [lend(function) for function in experts_of(3)]
    close(support.moe_with(x, gate, loans, 2), oracle(x, gate, experts_of(3), 2))
    require(not loans[1].calls, "expert 1 has no tokens and was called", "专家 1 没有 token，却被调用了")


@pytest.mark.points(2)
@pytest.mark.hint(
    en="The gate learns through the weights: don't detach them, and don't run experts under no_grad.",
    zh="门是通过权重学习的：不要 detach，也不要在 no_grad 下运行专家。",
)
def test_gradients_reach_the_input_the_gate_and_the_experts(submission, support, rng):
    """The gradients for x, gate and the experts' weights are those of the loop; the arguments stay as they are.

    x、gate 和专家权重的梯度与逐 token 循环一致；参数保持原样。
    """
    x, gate, weights, cotangent = draw(rng, (5, 3), (4, 3), (4, 3, 3), (5, 3))
    leaves = [tensor.clone().requires_grad_() for tensor in (x, gate, weights)]
    layers = [lambda row, w=w: torch.tanh(row @ w.T) for w in leaves[2]]
    mixed = oracle(leaves[0], leaves[1], layers, 2)
    due = torch.autograd.grad((mixed * cotangent).sum(), leaves)
    close(unchanged(support.moe_of, x, gate, weights, 2), mixed.detach())
    close(vjp(support.moe_of, (x, gate, weights, 2), cotangent)[:3], list(due))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="f counts choices and is divided by N · k; P is the softmax over all logits; E in front.",
    zh="f 统计的是选择次数，除以 N · k；P 是对所有 logit 的 softmax；前面还要乘 E。",
)
def test_the_balancing_loss(submission):
    """E Σ f P for f = (1/4, 1/4, 1/4, 1/4), (1/2, 1/2, 0, 0) and (1, 0, 0, 0), summed term by term.

    f = (1/4, 1/4, 1/4, 1/4)、(1/2, 1/2, 0, 0)、(1, 0, 0, 0) 时的 E Σ f P，逐项求和。
    """
    p = LOGITS.exp() / LOGITS.exp().sum(1, keepdim=True)
    for experts, f in (
        ([[1, 3], [0, 2]], [0.25] * 4),
        ([[1, 0], [0, 1]], [0.5, 0.5, 0.0, 0.0]),
        ([[0], [0]], [1.0, 0, 0, 0]),
    ):
        due = 4 * sum(share * p[:, e].sum() / 2 for e, share in enumerate(f))
        close(submission.load_balance_loss(LOGITS, torch.tensor(experts)), due)


def test_the_balancing_loss_is_differentiable_in_the_logits(submission):
    """The gradient is that of P; the counts are constants.

    梯度来自 P，计数是常数。
    """
    leaf = LOGITS.clone().requires_grad_()
    (due,) = torch.autograd.grad(4 * (leaf.softmax(1).mean(0) * torch.tensor([0.75, 0, 0, 0.25])).sum(), leaf)
    loss = submission.load_balance_loss
    close(vjp(loss, (LOGITS, torch.tensor([[0, 3], [0, 0]])), torch.tensor(1.0).double())[0], due)
