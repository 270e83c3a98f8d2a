"""Hidden suite of perplexity. Expected values are computed by hand, or by F.cross_entropy over all labels at once."""

import math

import pytest
import torch
import torch.nn.functional as F  # noqa: N812 - the name that everybody knows

from grader.judge.suite import Raised, box, close, is_number, lend, raises, require, unchanged

SINGLE = 1e-4  # rtol where the logits are float32: the result is a plain number, which does not show it
ROW = [0.5, 0.25, 0.25]


class Stream:
    """Batches that can be gone through once, as those of a generator; a second time there are none."""

    def __init__(self, batches):
        self.batches = list(batches)

    def __iter__(self):
        batches, self.batches = self.batches, []
        return iter(batches)


def rows(*probabilities):
    """Logits whose softmax is these probabilities."""
    return torch.tensor(probabilities).log()


def labels(*values):
    return torch.tensor(values, dtype=torch.int64)


def swapped(tensor):
    """The same tensor in the worker, where its first two axes do not lie in memory in their order."""
    handle = box(tensor.transpose(0, 1).contiguous())
    handle.transpose_(0, 1)
    return handle


def batch(rng, *shape, ignored=0.0, ignore_index=-100, size=6):
    """Random float64 logits (*shape, size), and labels: about a share of `ignored` left out, but not the first."""
    logits = torch.from_numpy(2 * rng.standard_normal((*shape, size)))
    wanted = torch.as_tensor(rng.integers(1, size, size=shape))
    out = torch.as_tensor(rng.random(shape)) < ignored
    out.view(-1)[-1] = ignored > 0
    out.view(-1)[0] = False
    return logits, torch.where(out, torch.tensor(ignore_index), wanted)


def oracle(batches, ignore_index=-100):
    logits = torch.cat([x.reshape(-1, x.shape[-1]) for x, _ in batches])
    wanted = torch.cat([y.reshape(-1) for _, y in batches])
    return math.exp(F.cross_entropy(logits, wanted, ignore_index=ignore_index).item())


@pytest.mark.hint(en="exp of a mean is not a mean of exps.", zh="均值的指数不等于指数的均值。")
def test_the_mean_comes_before_the_exponential(submission):
    """Losses of ln 2 and ln 32 give exp of their mean, 8, and not the mean of 2 and 32.

    损失为 ln 2 和 ln 32 时得到均值的指数 8，而不是 2 与 32 的均值。
    """
    close(submission.perplexity(rows([1 / 2, 1 / 2], [1 / 32, 31 / 32]), labels(0, 0)), 8.0, rtol=SINGLE)


@pytest.mark.points(2)
@pytest.mark.hint(en="Logits come before softmax. How often do you apply it?", zh="你一共做了几次 softmax？")
def test_logits_go_through_softmax_once(submission):
    """Rows that look like probabilities are still logits: softmax is applied to them, once.

    看起来像概率的行也仍是 logits：对它们做且只做一次 softmax。
    """
    logits = torch.tensor([[0.75, 0.25], [0.25, 0.75]])
    # The label's logit stands 1/2 above the other one, then 1/2 below it.
    due = math.exp((math.log1p(math.exp(-0.5)) + math.log1p(math.exp(0.5))) / 2)
    close(submission.perplexity(logits, labels(0, 0)), due, rtol=SINGLE)


@pytest.mark.hint(en="Which step needs e^1000, which no float holds?", zh="哪一步需要 e^1000 这个数？")
def test_a_loss_of_a_thousand_is_an_ordinary_loss(submission):
    """One token with a loss of 1000 among forty makes e^25, in one batch and alone in a batch of a corpus.

    四十个词中有一个的损失为 1000，结果是 e^25；它与别的词同在一批、或在语料中单独成批，都是如此。
    """
    lost, sure = torch.tensor([[0.0, 1000.0, 0.0]]), torch.tensor([[50.0, 0.0, 0.0]] * 39)
    zeros = torch.zeros(40, dtype=torch.int64)
    close(submission.perplexity(torch.cat([lost, sure]), zeros), math.exp(25), rtol=SINGLE)
    close(submission.corpus_perplexity([(lost, zeros[:1]), (sure, zeros[1:])]), math.exp(25), rtol=SINGLE)


@pytest.mark.points(2)
@pytest.mark.hint(en="Which shapes does your loss expect?", zh="你的损失函数需要什么形状？")
@pytest.mark.parametrize("shape", [(), (3, 4), (2, 1, 3)])
def test_any_number_of_dimensions(submission, rng, shape):
    """Logits of any rank work, from (V,) with one label to (A, B, T, V).

    任意维数的 logits 都可以，从只有一个标签的 (V,) 到 (A, B, T, V)。
    """
    logits, wanted = batch(rng, *shape, size=4)
    close(submission.perplexity(logits, wanted), oracle([(logits, wanted)]), rtol=1e-5)


@pytest.mark.hint(en="Which call needs contiguous tensors?", zh="你的哪个调用要求张量连续？")
def test_tensors_need_not_lie_in_memory_in_order(submission, rng):
    """Logits and labels may be transposed or slices of larger tensors.

    logits 和 labels 可以是转置得到的，也可以是更大张量的切片。
    """
    logits, wanted = batch(rng, 3, 4)
    due = oracle([(logits, wanted)])
    close(submission.perplexity(swapped(logits), swapped(wanted)), due, rtol=1e-5)


@pytest.mark.hint(en="Who aligns labels with logits?", zh="标签与 logits 由谁对齐？")
def test_labels_are_aligned_already(submission):
    """Label i belongs to row i; nothing is shifted.

    第 i 个标签对应第 i 行，不做任何错位。
    """
    logits = 30 * torch.eye(5)[[3, 1, 4, 0]]
    close(submission.perplexity(logits[None], labels(3, 1, 4, 0)[None]), 1.0, rtol=SINGLE)


@pytest.mark.points(2)
@pytest.mark.hint(en="A mean has a numerator and a denominator.", zh="均值有分子和分母，都排除了吗？")
def test_ignored_labels_count_nothing(submission):
    """A label of -100 adds nothing to the sum and nothing to the number.

    标签 -100 既不计入总和，也不计入个数。
    """
    logits = rows(ROW, ROW, ROW, ROW)
    close(submission.perplexity(logits, labels(-100, 1, -100, 2)), 4.0, rtol=SINGLE)
    close(submission.perplexity(logits[None], labels(0, 1, -100, -100)[None]), 2**1.5, rtol=SINGLE)


@pytest.mark.hint(en="Follow the argument ignore_index.", zh="顺着 ignore_index 看一遍代码。")
def test_ignore_index_is_the_one_given(submission):
    """The number that is ignored is the argument, and only that, negative, a label otherwise, or larger.

    被忽略的是传入的那个数，也只有那个数，无论它是负数、本来合法的标签，还是比所有标签都大。
    """
    logits = rows(ROW, [0.125, 0.125, 0.75], ROW)
    for ignored in (-7, 3):
        close(submission.perplexity(logits, labels(1, ignored, 2), ignore_index=ignored), 4.0, rtol=SINGLE)
    close(submission.corpus_perplexity([(logits, labels(1, 0, 2))], ignore_index=0), 4.0, rtol=SINGLE)


@pytest.mark.hint(en="Does each sentence weigh the same, or each label?", zh="是按句子还是按标签加权？")
def test_every_label_weighs_the_same(submission):
    """In a padded batch the labels are averaged, not the sentences.

    在有填充的批里，按标签取平均，而不是按句子取平均。
    """
    logits = rows(*[[1 / 2, 1 / 4, 1 / 4]] * 3, *[[1 / 16, 15 / 32, 15 / 32]] * 3).reshape(2, 3, 3)
    wanted = labels(0, 0, 0, 0, -100, -100).reshape(2, 3)  # three times ln 2, once ln 16
    close(submission.perplexity(logits, wanted), 2 ** (7 / 4), rtol=SINGLE)


@pytest.mark.points(2)
@pytest.mark.hint(en="What is a mean over nothing?", zh="对空集取均值是什么？先判断再除。")
def test_no_label_left_is_an_error(submission):
    """Nothing to average raises ValueError: all labels ignored, or none there.

    没有可平均的标签时抛出 ValueError：全部被忽略，或根本没有标签。
    """
    raises(ValueError, submission.perplexity, torch.zeros(2, 3), labels(-100, -100))
    raises(ValueError, submission.perplexity, torch.zeros(0, 3), labels())


@pytest.mark.hint(en="Do you write into a tensor that somebody else still needs?", zh="你是否改写了别人还要用的张量？")
def test_the_tensors_stay_as_they_were(submission, rng):
    """Neither logits nor labels are modified.

    logits 和 labels 都不被修改。
    """
    logits, wanted = batch(rng, 3, 4, ignored=0.5)
    unchanged(submission.perplexity, logits, wanted)
    unchanged(submission.corpus_perplexity, [(logits, wanted), (logits, wanted)])


@pytest.mark.points(2)
@pytest.mark.hint(en="Over how many things is the mean taken?", zh="均值是对几样东西取的？")
def test_the_corpus_of_the_example(submission):
    """Two labels in one batch and one in another make one mean over three.

    一批两个标签、另一批一个标签，合起来对三个标签取一次均值。
    """
    batches = [(rows(ROW, ROW), labels(0, 1)), (rows(ROW), labels(2))]
    close(submission.corpus_perplexity(batches), 2 ** (5 / 3), rtol=SINGLE)


@pytest.mark.points(2)
@pytest.mark.hint(en="By how many labels do you weigh a padded batch?", zh="有填充的批用几个标签加权？")
def test_padding_gives_a_batch_no_weight(submission):
    """A batch weighs as many labels as are not ignored in it.

    每一批的权重是其中未被忽略的标签个数。
    """
    long, short = (rows(*[ROW] * 4), labels(1, -100, -100, -100)), (rows(*[ROW] * 3), labels(0, 0, 0))
    close(submission.corpus_perplexity([long, short]), 2 ** (5 / 4), rtol=SINGLE)  # once ln 4, three times ln 2


@pytest.mark.hint(en="What does it do to your running totals?", zh="你的累计值会怎样？")
def test_a_batch_without_labels_adds_nothing(submission):
    """A batch whose labels are all ignored changes nothing, wherever it stands.

    标签全被忽略的一批不影响结果，无论排在哪里。
    """
    empty, full = (rows(ROW, ROW), labels(-100, -100)), (rows(ROW, ROW), labels(1, 2))
    for batches in ([empty, full], [full, empty]):
        close(submission.corpus_perplexity(batches), 4.0, rtol=SINGLE)


@pytest.mark.points(2)
@pytest.mark.hint(en="How often do you go through batches?", zh="你遍历了几次 batches？")
def test_a_stream_of_batches_is_enough(submission, rng):
    """Batches that can be gone through only once, and have no length, are enough.

    只能遍历一次、没有长度的批流也可以。
    """
    batches = [batch(rng, 2, 3, ignored=0.3), batch(rng, 5), batch(rng, 1, 4, ignored=0.3)]
    stream = lend(Stream(batches), "__iter__")
    close(submission.corpus_perplexity(stream), oracle(batches), rtol=1e-5)


def test_a_corpus_without_labels_has_no_perplexity(submission):
    """Where no label is left in a whole corpus, no finite number comes back.

    整个语料都没有标签时，不会返回一个有限的数。
    """
    for batches in ([(torch.zeros(2, 3), labels(-100, -100))], []):
        try:
            value = submission.corpus_perplexity(batches)
        except Raised:
            continue  # any error will do: the contract names ValueError for a single batch only
        none = not is_number(value) or value != value or abs(value) == math.inf
        require(none, "A number came back for a corpus without labels.", "对没有标签的语料返回了一个数。", value)
