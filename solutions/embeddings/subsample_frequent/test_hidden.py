"""The hidden suite of subsample_frequent. Expected values are computed by hand, or word by word with `math`."""

import math

import numpy as np
import pytest

from grader.judge.suite import close, same, unchanged


@pytest.mark.points(2)
@pytest.mark.hint(
    en="The probability to keep is √(threshold / f). One minus it is the probability to drop.",
    zh="保留概率是 √(threshold / f)；用 1 减去它，就成了丢弃概率。",
)
def test_frequent_words_are_kept_with_the_root_of_threshold_over_frequency(submission):
    """Two words of frequency 1/2 and a threshold of 1/8 give √(1/4) = 1/2.

    两个词的频率都是 1/2，阈值 1/8，得到 √(1/4) = 1/2。
    """
    close(submission.keep_probability(np.array([1, 1]), 0.125), np.array([0.5, 0.5]))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Divide the counts by their sum first.",
    zh="先用次数除以总数。",
)
def test_only_relative_frequencies_matter(submission):
    """A million times the counts gives the same probabilities.

    次数都乘以一百万，概率不变。
    """
    close(submission.keep_probability(np.array([4_000_000, 12_000_000]), 0.0625), np.array([0.5, math.sqrt(1 / 12)]))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="The root is above 1 for rare words. Cap it.",
    zh="对罕见词，这个根大于 1，要截断。",
)
def test_rare_words_are_always_kept(submission):
    """At or below the threshold the probability is exactly 1.

    频率不超过阈值时，概率恰好是 1。
    """
    same(submission.keep_probability(np.array([1, 1, 2]), 0.5), np.array([1.0, 1.0, 1.0]))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="threshold / 0 is inf, and nan may follow. Treat a count of 0 apart.",
    zh="threshold / 0 是 inf，接着还可能变成 nan。次数为 0 要单独处理。",
)
def test_a_word_that_never_occurs_is_kept(submission):
    """A count of 0 has the probability 1, and the other words are as if it were not there.

    次数为 0 的词概率是 1，其余的词不受影响。
    """
    close(submission.keep_probability(np.array([0, 5, 0, 5]), 0.5), np.ones(4))  # no root: it has its own tests


def test_the_default_threshold(submission):
    """Without a threshold it is 0.00001.

    不给阈值时，阈值是 0.00001。
    """
    # Wide enough for other formulas near the root, which other tests refuse.
    close(submission.keep_probability(np.array([9])), np.array([math.sqrt(1e-5)]), rtol=1e-2)


@pytest.mark.points(2)
def test_random_counts_agree_with_a_loop(submission, rng):
    """On random counts every word agrees with the formula, in the order of the counts; words unseen add nothing.

    对随机的次数，每个词都与公式一致，顺序与输入相同；没出现过的词不影响其他词。
    """
    counts = np.append(rng.integers(1, 1000, 40), np.zeros(10, dtype=np.int64))
    total, seen = sum(counts.tolist()), counts.tolist()[:40]
    expected = []
    for threshold in (1e-3, 0.02):
        expected += [min(1.0, math.sqrt(threshold * total / n)) for n in seen] + [1.0] * 10
    close(submission.keep_probability(counts, threshold=1e-3), np.array(expected[:50]))
    close(submission.keep_probability(counts, threshold=0.02), np.array(expected[50:]))


def test_the_counts_are_not_modified(submission):
    """The counts hold the same numbers after the call.

    调用之后 counts 保持原样。
    """
    close(unchanged(submission.keep_probability, np.array([0, 5, 5]), 0.5), np.ones(3))


def test_int32_counts_are_welcome(submission):
    """Counts of int32 work, also where their sum needs more than 32 bits.

    int32 的次数同样可用，哪怕总数超出 32 位。
    """
    counts = np.array([2_000_000_000, 2_000_000_000], dtype=np.int32)
    close(submission.keep_probability(counts, 0.125), np.array([0.5, 0.5]))
