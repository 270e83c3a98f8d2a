"""The hidden suite of finetune_loop.

The oracle is one linear layer with its gradient and Adam written out by hand. The toy model of `support` is such a
layer; its logits are multiplied in training mode where a test is about modes.
"""

import pytest
import torch

from grader.judge.suite import close, require, same

SIZES, VAL_SIZES = (5, 1, 3), (2, 6)
KEYS = ("train_loss", "val_loss", "val_accuracy")


@pytest.fixture
def support(submission, support):
    _ = submission.finetune  # a file that lacks it is told so here
    return support


def batches(rng, sizes):
    """Inputs (B, 4) and labels (B,) of three classes."""
    return [(torch.from_numpy(rng.normal(size=(n, 4))), torch.from_numpy(rng.integers(0, 3, n))) for n in sizes]


def start(rng):
    return torch.from_numpy(rng.normal(size=(3, 4))), torch.from_numpy(rng.normal(size=3))


def losses(logits, labels):
    return torch.logsumexp(logits, dim=1) - logits[torch.arange(len(labels)), labels]


def oracle(begin, train, val, lr, epochs, boost=1.0):
    """What is due: the list of dicts, the weight and the bias."""
    theta = torch.cat([begin[0], begin[1][:, None]], dim=1)  # (3, 5)
    first, second, step, history = torch.zeros_like(theta), torch.zeros_like(theta), 0, []
    for _ in range(epochs):
        seen = []
        for inputs, labels in train:
            x = torch.cat([inputs, torch.ones(len(inputs), 1)], dim=1)  # (B, 5)
            logits = boost * x @ theta.T
            seen.append(losses(logits, labels))
            error = torch.softmax(logits, dim=1) - torch.eye(3)[labels]
            gradient = boost * error.T @ x / len(labels)
            step += 1
            first, second = 0.9 * first + 0.1 * gradient, 0.999 * second + 0.001 * gradient**2
            root = (second / (1 - 0.999**step)).sqrt() + 1e-8
            theta = theta - lr * first / (1 - 0.9**step) / root
        x, labels = torch.cat([inputs for inputs, _ in val]), torch.cat([labels for _, labels in val])
        logits = x @ theta[:, :4].T + theta[:, 4]
        numbers = torch.cat(seen).mean(), losses(logits, labels).mean(), (logits.argmax(1) == labels).double().mean()
        history.append({key: number.item() for key, number in zip(KEYS, numbers, strict=True)})
    return history, theta[:, :4], theta[:, 4]


def column(history, *keys):
    """These numbers of each epoch, where the list holds them; further keys don't matter."""
    there = isinstance(history, list | tuple) and all(
        isinstance(one, dict) and one.keys() >= {*keys} for one in history
    )
    require(
        there, f"There must be a dict with {keys} for each epoch.", f"每个 epoch 应有一个含 {keys} 的字典。", history
    )
    return [[one[key] for key in keys] for one in history]


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Which optimiser do you use, with which settings, and on whose parameters?",
    zh="你用的是哪个优化器？什么设置？作用在谁的参数上？",
)
def test_adam_trains_the_model_that_is_passed_in(support, rng):
    """One step of Adam with its defaults and this lr changes the parameters of the model itself.

    用默认设置和给定 lr 的 Adam 更新一步，改变的是传入模型自己的参数。
    """
    begin, train, val = start(rng), batches(rng, [4]), batches(rng, [3])
    for lr in (0.5, 0.125):
        _, weight, bias, _ = support.run(begin, train, val, lr, 1)
        close((weight, bias), oracle(begin, train, val, lr, 1)[1:])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="backward() adds to .grad. When do you clear it?",
    zh="backward() 会累加到 .grad 上。你什么时候清零？",
)
def test_each_step_uses_its_own_batch_only(support, rng):
    """Batches are used in their order, one step each, and their gradients don't add up.

    按顺序使用各批，每批一步，梯度不跨批累加。
    """
    begin, train, val = start(rng), batches(rng, SIZES), batches(rng, [3])
    _, weight, bias, _ = support.run(begin, train, val, 0.25, 1)
    close((weight, bias), oracle(begin, train, val, 0.25, 1)[1:])


@pytest.mark.hint(
    en="Clear the gradients before backward(), not only after step().",
    zh="应在 backward() 之前清零，而不只是在 step() 之后。",
)
def test_old_gradients_do_not_count(support, rng):
    """Gradients that stand in the parameters beforehand change nothing.

    参数里事先存在的梯度不影响结果。
    """
    begin, train, val = start(rng), batches(rng, [4]), batches(rng, [3])
    _, weight, bias, _ = support.run(begin, train, val, 0.5, 1, old_gradient=7.0)
    close((weight, bias), oracle(begin, train, val, 0.5, 1)[1:])


@pytest.mark.hint(
    en="What does an optimiser remember, and how many of them do you make?",
    zh="优化器记住了什么？你一共创建了几个？",
)
def test_adam_keeps_its_moments_over_epochs(support, rng):
    """Three epochs are one run of Adam, whose moments and step count go on, and each has losses of its own.

    三个 epoch 是同一次 Adam 优化，动量和步数会延续下去；每个 epoch 各有自己的损失。
    """
    begin, train, val = start(rng), batches(rng, [4]), batches(rng, [3])
    history, weight, bias, _ = support.run(begin, train, val, 0.25, 3)
    due, *numbers = oracle(begin, train, val, 0.25, 3)
    close([weight, bias], numbers)
    for key in ("train_loss", "val_loss"):
        close(column(history, key), column(due, key))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="A batch of one must not weigh as much as a batch of five. And when is a loss taken: before the step or after?",
    zh="一个样本的批次不应与五个样本的批次权重相同。另外，损失是在更新之前还是之后取的？",
)
def test_train_loss_is_a_mean_over_examples(support, rng):
    """train_loss is the mean over the examples of batches of 5, 1 and 3, each loss taken before its step.

    train_loss 是大小为 5、1、3 的各批中所有样本的平均，损失取更新之前的值。
    """
    begin, train, val = start(rng), batches(rng, SIZES), batches(rng, [3])
    history, *_ = support.run(begin, train, val, 0.25, 1)
    close(column(history, "train_loss"), column(oracle(begin, train, val, 0.25, 1)[0], "train_loss"))


@pytest.mark.points(2)
def test_val_loss_is_a_mean_over_examples(support, rng):
    """val_loss is the mean over the examples of batches of 2 and 6, after the epoch's training.

    val_loss 是大小为 2、6 的各批中所有样本的平均，在本 epoch 训练之后计算。
    """
    begin, train, val = start(rng), batches(rng, [4]), batches(rng, VAL_SIZES)
    history, *_ = support.run(begin, train, val, 0.25, 1)
    close(column(history, "val_loss"), column(oracle(begin, train, val, 0.25, 1)[0], "val_loss"))


@pytest.mark.points(2)
def test_val_accuracy_is_a_share_of_the_examples(support):
    """Of 1 + 4 validation examples 1 + 1 are right, which is 0.4.

    1 + 4 个验证样本中答对 1 + 1 个，准确率是 0.4。
    """
    begin = torch.eye(3).double(), torch.zeros(3).double()
    examples = 9 * torch.eye(3).double()[[2, 0, 1, 2, 0]]
    labels = torch.tensor([2, 0, 0, 1, 2])
    val = [(examples[:1], labels[:1]), (examples[1:], labels[1:])]
    history, *_ = support.run(begin, [(examples, labels)], val, 0.001, 1)
    close(column(history, "val_accuracy"), [[0.4]])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="A pretrained model often comes in evaluation mode, and validation leaves it there.",
    zh="预训练模型传进来时往往处于评估模式，验证之后也停在评估模式。",
)
def test_training_is_in_training_mode(support, rng):
    """Every epoch trains in training mode, whichever mode the model came in.

    不论模型传入时处于哪种模式，每个 epoch 都在训练模式下训练。
    """
    begin, train, val = start(rng), batches(rng, [4, 2]), batches(rng, [3])
    history, weight, bias, _ = support.run(begin, train, val, 0.25, 2, boost=2.0, mode=False)
    due, *numbers = oracle(begin, train, val, 0.25, 2, boost=2.0)
    close([weight, bias], numbers)
    close(column(history, "train_loss"), column(due, "train_loss"))


@pytest.mark.points(2)
def test_validation_is_in_evaluation_mode(support, rng):
    """Validation is in evaluation mode.

    验证在评估模式下进行。
    """
    begin, train, val = start(rng), batches(rng, [4]), batches(rng, [3])
    history, *_ = support.run(begin, train, val, 0.25, 1, boost=2.0)
    close(column(history, "val_loss"), column(oracle(begin, train, val, 0.25, 1, boost=2.0)[0], "val_loss"))


@pytest.mark.hint(
    en="eval() does not switch gradients off.",
    zh="eval() 并不会关闭梯度。",
)
def test_validation_records_no_graph(support, rng):
    """In evaluation mode the model is called, and its logits can't be differentiated.

    评估模式下确实调用了模型，且其 logits 不带计算图。
    """
    *_, graphs = support.run(start(rng), batches(rng, [4]), batches(rng, [3, 2]), 0.25, 1)
    require(graphs, "The model is never called in evaluation mode.", "模型从未在评估模式下被调用。")
    same(graphs, [False] * len(graphs))
