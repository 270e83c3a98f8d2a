"""The hidden suite of rouge. Values are worked by hand, or come from `subsequence`, which tries all subsequences."""

from itertools import combinations

import pytest

from grader.judge.suite import close, raises, unchanged

REFERENCE = ["the", "cat", "sat", "on", "the", "mat"]


def scores(matches, candidate, reference):
    p, r = matches / candidate, matches / reference
    return p, r, 2 * p * r / (p + r) if matches else 0.0


def subsequence(a, b):
    """The length of the longest common subsequence, the longest candidates first."""
    for size in range(len(a), 0, -1):
        for chosen in combinations(a, size):
            rest = iter(b)
            if all(token in rest for token in chosen):
                return size
    return 0


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Precision divides by the candidate, recall by the reference, in this order.",
    zh="精确率除以候选的大小，召回率除以参考的大小，按这个顺序返回。",
)
def test_precision_and_recall_divide_by_their_own_size(submission):
    """Two of three words match, of six in the reference: 2/3, 1/3, and F1 is 4/9.

    三个词匹配两个，参考有六个词：2/3、1/3，F1 是 4/9。
    """
    close(submission.rouge_n(REFERENCE, ["cat", "mat", "dog"], 1), (2 / 3, 1 / 3, 4 / 9))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="An n-gram matches as often as it is in both: min of the counts.",
    zh="一个 n-gram 的匹配数是两边计数的较小值。",
)
def test_repeated_words_are_clipped(submission):
    """Four times "the" matches twice, as often as in the reference, and the reverse.

    四个 “the” 只匹配两次，与参考中的次数相同；反过来也一样。
    """
    close(submission.rouge_n(REFERENCE, ["the"] * 4, 1), scores(2, 4, 6))
    close(submission.rouge_n(["the"] * 4, ["the", "the"], 1), scores(2, 2, 4))


@pytest.mark.points(2)
def test_n_grams_are_n_adjacent_tokens_in_order(submission):
    """Bigrams and trigrams keep their order, and their number is the length minus n plus 1.

    bigram 和 trigram 要保持顺序，总数是长度减 n 加 1。
    """
    close(submission.rouge_n(list("abcde"), list("cdab"), 2), scores(2, 3, 4))
    close(submission.rouge_n(list("abcde"), list("xabcd"), 3), scores(2, 3, 3))


def test_tokens_are_any_strings(submission):
    """The tokens "a b", "c" are no bigram "a", "b c", and "A" is another token than "a".

    token “a b”、“c” 组成的 bigram 与 “a”、“b c” 不同，“A” 与 “a” 也是不同的 token。
    """
    close(submission.rouge_n(["a b", "c"], ["a", "b c"], 2), (0.0, 0.0, 0.0))
    close(submission.rouge_l(["ab", "c"], ["a", "bc"]), (0.0, 0.0, 0.0))
    close(submission.rouge_n(["A", "b"], ["a", "b"], 1), (0.5, 0.5, 0.5))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="A subsequence may have gaps; a substring may not.",
    zh="子序列中间可以有间隔，子串不行。",
)
def test_the_common_subsequence_may_have_gaps(submission):
    """the cat on mat is in both texts, with gaps: 4 of 5 and of 6. Four letters with gaps beat two side by side.

    the cat on mat 在两段文本中都有，中间有间隔：5 个中的 4 个，6 个中的 4 个。有间隔的四个字母胜过相邻的两个。
    """
    close(submission.rouge_l(REFERENCE, ["the", "dog", "cat", "on", "mat"]), (4 / 5, 4 / 6, 8 / 11))
    close(submission.rouge_l(list("apbqcd"), list("cdaxbyczd")), scores(4, 9, 6))


@pytest.mark.hint(
    en="Common words in another order are no subsequence.",
    zh="词相同但顺序不同，不算子序列。",
)
def test_the_common_subsequence_keeps_the_order(submission):
    """Three words in reversed order have a common subsequence of one.

    三个词顺序颠倒，公共子序列的长度只有 1。
    """
    close(submission.rouge_l(list("abcd"), list("cba")), scores(1, 3, 4))


@pytest.mark.points(2)
def test_random_texts_agree_with_trying_all_subsequences(submission, rng):
    """On random texts over three words the subsequence is the longest; the arguments stay as they are.

    在三个词的随机文本上，得到的确实是最长的子序列；参数保持原样。
    """
    for a, b in (("xyz", "yzx"), ("yzx", "xyz")):  # taking the first match at once misses yz
        close(submission.rouge_l(list(a), list(b)), (2 / 3, 2 / 3, 2 / 3))
    for n, m in ((8, 8), (5, 9)):
        a, b = (rng.choice(list("abc"), size).tolist() for size in (n, m))
        close(unchanged(submission.rouge_l, a, b), scores(subsequence(a, b), m, n))
        close(unchanged(submission.rouge_n, a, b, 1), scores(sum(min(a.count(t), b.count(t)) for t in "abc"), m, n))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Precision, recall and F1 have a denominator each.",
    zh="精确率、召回率、F1 各有自己的分母。",
)
def test_without_matches_everything_is_zero(submission):
    """Texts without a common word score three zeros.

    没有共同词的文本得三个 0。
    """
    close(submission.rouge_n(["a", "b"], ["c"], 1), (0.0, 0.0, 0.0))
    close(submission.rouge_l(["a", "b"], ["c"]), (0.0, 0.0, 0.0))


def test_empty_and_short_texts_score_zero(submission):
    """An empty text, or one with fewer than n tokens, on either side or both, scores three zeros.

    任意一边或两边的文本为空，或不足 n 个 token，都得三个 0。
    """
    for reference, candidate in (([], ["a"]), (["a"], []), ([], [])):
        close(submission.rouge_n(reference, candidate, 1), (0.0, 0.0, 0.0))
        close(submission.rouge_l(reference, candidate), (0.0, 0.0, 0.0))
    for reference in (["a", "b"], ["a"]):
        close(submission.rouge_n(reference, ["a"], 2), (0.0, 0.0, 0.0))


@pytest.mark.points(2)
def test_n_below_1_raises_value_error(submission):
    """n = 0 and n = -1 raise ValueError.

    n = 0 和 n = -1 抛出 ValueError。
    """
    for n in (0, -1):
        raises(ValueError, submission.rouge_n, REFERENCE, REFERENCE, n)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Fill a table, or two rows of it, in two nested loops.",
    zh="用两重循环填一张表（或只保留两行）。",
)
def test_a_text_of_1000_tokens_takes_well_under_the_limit(submission):
    """1,000 tokens against 250, of which 125 are common, take well under 2 seconds.

    1,000 个 token 对 250 个，其中 125 个相同，远不到 2 秒就能完成。
    """
    a, b = [str(i) for i in range(1000)], [str(4 * i) if i % 2 else "x" for i in range(250)]
    close(submission.rouge_l(a, b), (0.5, 0.125, 0.2))
