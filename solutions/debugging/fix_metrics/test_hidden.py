"""The hidden suite of fix_metrics; expected values are worked by hand."""

import math

import pytest
import torch

from grader.judge.suite import close, require, unchanged

NAMES = ("cross_entropy", "perplexity", "accuracy", "bleu")
LETTERS = list("abcdefghijkl")
PERFECT = ([[LETTERS]], [LETTERS])
UNSURE = (torch.zeros(3, 2).double(), torch.tensor([0, 1, 1]))


def number(numbers, name):
    """One number of the report."""
    there = isinstance(numbers, dict) and name in numbers
    keys = list(numbers) if isinstance(numbers, dict) else numbers
    require(there, f"The report has no key {name}.", f"报告里没有 {name} 这个键。", keys)
    return numbers[name]


def rows(*probabilities):
    return torch.tensor(probabilities, dtype=torch.float64).log()


def bleu(submission, references, candidates):
    return number(submission.report(*UNSURE, references, candidates), "bleu")


@pytest.mark.hint(
    en="Print the keys of the dict. How many are there?",
    zh="打印字典的键，一共有几个？",
)
def test_the_report_has_four_keys(submission):
    """The keys are cross_entropy, perplexity, accuracy and bleu.

    键是 cross_entropy、perplexity、accuracy、bleu。
    """
    numbers = submission.report(*UNSURE, *PERFECT)
    for name in NAMES:
        number(numbers, name)


@pytest.mark.points(2)
def test_cross_entropy_is_the_mean_in_nats(submission):
    """Losses of ln 2, ln 4 and ln 8 have the mean 2 ln 2.

    损失 ln 2、ln 4、ln 8 的平均是 2 ln 2。
    """
    logits = rows([0.5, 0.5], [0.25, 0.75], [0.875, 0.125])
    numbers = submission.report(logits, torch.tensor([0, 0, 1]), *PERFECT)
    close(number(numbers, "cross_entropy"), 2 * math.log(2), rtol=1e-5)


@pytest.mark.points(2)
def test_perplexity_is_its_exponential(submission):
    """Losses of ln 2 and ln 32 give exp of their mean, 8, and a loss of 25 gives e²⁵.

    损失为 ln 2 和 ln 32 时，困惑度是均值的指数 8；损失为 25 时是 e²⁵。
    """
    numbers = submission.report(rows([0.5, 0.5], [1 / 32, 31 / 32]), torch.tensor([0, 0]), *PERFECT)
    close(number(numbers, "perplexity"), 8.0, rtol=1e-5)
    numbers = submission.report(torch.tensor([[0.0, 25.0]]).double(), torch.tensor([0]), *PERFECT)
    close(number(numbers, "perplexity"), math.exp(25), rtol=1e-4)


def test_large_logits_do_not_overflow(submission):
    """Logits in the thousands give no inf and no NaN: the losses here are 800, 0, 0 and 0.

    上千的 logits 不会得到 inf 或 NaN：这里的损失是 800、0、0、0。
    """
    logits = torch.tensor([[2200.0, 3000.0], [0.0, -2000.0], [-5000.0, 4.0], [1000.0, 0.0]]).double()
    numbers = submission.report(logits, torch.tensor([0, 0, 1, 0]), *PERFECT)
    close(number(numbers, "cross_entropy"), 200.0, rtol=1e-5)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Logits are (N, C). Which axis holds the classes?",
    zh="logits 的形状是 (N, C)，类别在哪一维？",
)
@pytest.mark.parametrize("classes", [2, 3, 5])
def test_accuracy_looks_along_the_classes(submission, classes):
    """Each of three rows chooses its own class, with fewer, as many, or more classes than rows.

    三行各自选出自己的类别，类别数可以少于、等于或多于行数。
    """
    logits = torch.full((3, classes), -1.0).double()
    chosen = torch.tensor([1, 1, 0])
    logits[torch.arange(3), chosen] = torch.tensor([0.5, 9.0, 0.25]).double()
    close(number(submission.report(logits, torch.tensor([1, 1, 0]), *PERFECT), "accuracy"), 1.0)


def test_accuracy_is_a_share(submission):
    """Two of five right rows make 0.4.

    五行中对了两行，准确率是 0.4。
    """
    logits = torch.eye(3).double()[[0, 1, 2, 0, 1]]
    close(number(submission.report(logits, torch.tensor([0, 1, 0, 1, 2]), *PERFECT), "accuracy"), 0.4)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="A precision is a fraction. What does // make of 5 of 6?",
    zh="精确率是分数。6 个中的 5 个，// 会得到什么？",
)
def test_precisions_are_fractions(submission):
    """Precisions 5/6, 4/5, 3/4, 2/3 give the fourth root of 1/3.

    精确率 5/6、4/5、3/4、2/3 的结果是 1/3 的四次方根。
    """
    for reference in ("abcdeg", "xbcdef"):
        close(bleu(submission, [[list(reference)]], [list("abcdef")]), (1 / 3) ** 0.25)


@pytest.mark.points(2)
def test_bleu_is_the_mean_over_the_sentences(submission):
    """A perfect sentence, one without a match and one of 1/3^(1/4) count a third each.

    一句满分、一句毫无匹配、一句 1/3^(1/4)，各占三分之一。
    """
    references = [[LETTERS], [list("ABCDEFGHIJKL")], [list("abcdeg")]]
    found = bleu(submission, references, [LETTERS, LETTERS, list("abcdef")])
    close(found, (1 + (1 / 3) ** 0.25) / 3)


def test_a_candidate_too_short_scores_zero(submission):
    """A candidate of three tokens has no 4-grams: it scores 0.0, and so does an empty one.

    三个 token 的译文没有 4-gram，得 0.0 分；空译文也一样。
    """
    close(bleu(submission, [[list("abc")], [list("abc")], [LETTERS]], [list("abc"), [], LETTERS]), 1 / 3)


def test_repetitions_are_clipped(submission):
    """An n-gram matches as often as in the one reference that has it most often, each n-gram in its own.

    一个 n-gram 的匹配次数，不超过它在出现最多的那个参考译文中的次数；各个 n-gram 可以取自不同的参考译文。
    """
    due = (4 / 6 * 3 / 5 * 2 / 4 * 1 / 3) ** 0.25
    close(bleu(submission, [[list("ababx"), list("abxyz")]], [list("ababab")]), due)
    close(bleu(submission, [[list("abcdexyz"), list("xyzdefgh")]], [list("abcdefgh")]), (4 / 5) ** 0.25)


@pytest.mark.hint(
    en="An n-gram is a tuple of tokens. Joined to one string, (a, aa) and (aa, a) look the same.",
    zh="n-gram 是 token 的元组。拼成一个字符串之后，(a, aa) 和 (aa, a) 就看不出区别了。",
)
def test_ngrams_are_sequences_of_tokens(submission):
    """The 2-grams (a, aa) and (aa, a) differ: no 4-gram matches here, and the score is 0.

    2-gram (a, aa) 与 (aa, a) 不同：这里没有一个 4-gram 匹配，得 0 分。
    """
    close(bleu(submission, [[["a", "aa", *"bcd"]]], [["aa", "a", *"bcd"]]), 0.0)


def test_a_short_candidate_pays_the_penalty(submission):
    """Four right words of six cost exp(1 − 6/4); of references of 3, 12 and 6 tokens the closest to 5 is 6.

    六个词对了四个，惩罚是 exp(1 − 6/4)；参考译文长 3、12、6，译文长 5 时取 6。
    """
    references = [[LETTERS[:6]], [LETTERS[:3], LETTERS, LETTERS[:6]]]
    close(bleu(submission, references, [LETTERS[:4], LETTERS[:5]]), (math.exp(-1 / 2) + math.exp(-1 / 5)) / 2)


def test_of_two_equally_close_lengths_the_shorter_counts(submission):
    """With references of 6 and 4 tokens and a candidate of 5 there is no penalty.

    参考译文长 6 和 4，译文长 5，没有惩罚。
    """
    close(bleu(submission, [[LETTERS[:6], LETTERS[:4]]], [LETTERS[:5]]), 1.0)


def test_the_arguments_stay_as_they_were(submission):
    """Tensors and lists are the same after the call.

    调用之后，张量和列表保持原样。
    """
    unchanged(submission.report, rows([0.5, 0.5], [0.25, 0.75]), torch.tensor([0, 1]), *PERFECT)
