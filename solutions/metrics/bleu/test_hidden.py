"""The hidden suite of bleu.

Expected values are worked by hand from counts. In most tests everything but one factor is 1, so that the score is
that factor.
"""

import math

import pytest

from grader.judge.suite import close, raises, unchanged

LETTERS = list("abcdefghijkl")


def test_a_perfect_candidate_scores_one(submission):
    """A candidate that equals a reference scores 1, whatever the other references are.

    与某个参考译文完全相同的译文得 1 分，不管其他参考译文是什么。
    """
    close(submission.sentence_bleu([LETTERS], LETTERS), 1.0)
    close(submission.sentence_bleu([["x"], LETTERS[:5]], LETTERS[:5]), 1.0)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Divide matches by the candidate's n-grams; then the geometric mean, with the weight 1/max_n for each n.",
    zh="用匹配数除以译文的 n-gram 总数，再取几何平均，每个 n 的权重都是 1/max_n。",
)
def test_the_score_is_the_geometric_mean_of_the_precisions(submission):
    """Precisions 5/6, 4/5, 3/4, 2/3 give the fourth root of their product, the first two alone the square root.

    精确率 5/6、4/5、3/4、2/3 的结果是乘积的四次方根；只取前两个时是平方根。
    """
    references, candidate = [list("abcdeg")], list("abcdef")
    close(submission.sentence_bleu(references, candidate), (1 / 3) ** 0.25)
    close(submission.sentence_bleu(references, candidate, 2), (2 / 3) ** 0.5)
    close(submission.sentence_bleu(references, candidate, max_n=1), 5 / 6)
    close(submission.sentence_bleu(references, candidate, max_n=5), (1 / 6) ** 0.2)


@pytest.mark.hint(
    en="n-grams keep the order of their tokens.",
    zh="n-gram 里 token 的顺序是有意义的。",
)
def test_the_order_of_the_words_counts(submission):
    """The right words in another order match as unigrams, but not as bigrams.

    词都对但顺序不同时，unigram 匹配，bigram 不匹配。
    """
    close(submission.sentence_bleu([list("abcd")], list("cdab"), 1), 1.0)
    close(submission.sentence_bleu([list("abcd")], list("cdab"), 2), (2 / 3) ** 0.5)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="An n-gram matches at most as often as the reference has it.",
    zh="一个 n-gram 的匹配次数，不能超过它在参考译文中的次数。",
)
def test_repetitions_are_clipped(submission):
    """A repeated n-gram matches as often as it stands in the reference, and no more often than it was said.

    重复的 n-gram，匹配次数不超过参考译文中的次数，也不超过译文自己的次数。
    """
    close(submission.sentence_bleu([list("aab")], list("aaaa"), 1), 2 / 4)
    close(submission.sentence_bleu([list("ababx")], list("ababab"), 2), (4 / 6 * 3 / 5) ** 0.5)
    close(submission.sentence_bleu([list("aaa")], list("axy"), 1), 1 / 3)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="For each n-gram take its greatest count in any one reference: not the sum, and not the best reference.",
    zh="对每个 n-gram 分别取它在单个参考译文中的最大次数：既不是次数之和，也不是只挑最好的那个参考译文。",
)
def test_clipping_takes_the_greatest_count_of_any_single_reference(submission):
    """Each n-gram is clipped by the reference that has it most often; counts of several references don't add up.

    每个 n-gram 以出现最多的那个参考译文为上限，多个参考译文的次数不相加。
    """
    close(submission.sentence_bleu([list("aax"), list("ayz")], list("aaa"), 1), 2 / 3)
    close(submission.sentence_bleu([list("abxy"), list("zwcd")], list("abcd"), 1), 1.0)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="A candidate of length c below r pays exp(1 − r/c); a longer one pays nothing and gains nothing.",
    zh="译文长度 c 小于 r 时乘以 exp(1 − r/c)；更长时既不罚也不奖。",
)
def test_a_short_candidate_pays_the_brevity_penalty(submission):
    """A candidate shorter than the reference is multiplied by exp(1 − r/c), a longer one by 1.

    译文比参考译文短时乘以 exp(1 − r/c)，更长时乘以 1。
    """
    close(submission.sentence_bleu([LETTERS[:6]], LETTERS[:4]), math.exp(1 - 6 / 4))
    close(submission.sentence_bleu([LETTERS], ["a"], 1), math.exp(-11))
    close(submission.sentence_bleu([LETTERS[:4]], LETTERS[:8], 1), 1 / 2)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Closest to the candidate's length: not the shortest, not the longest, not the mean.",
    zh="取最接近译文长度的那个：不是最短，不是最长，也不是平均。",
)
def test_the_penalty_uses_the_closest_reference_length(submission):
    """Of references of 3, 6 and 12 tokens, 6 is the closest to a candidate of 5; 12 is to one of 10.

    参考译文长 3、6、12 个 token：译文长 5 时最接近的是 6，长 10 时是 12。
    """
    references = [LETTERS, LETTERS[:3], LETTERS[:6]]
    close(submission.sentence_bleu(references, LETTERS[:5]), math.exp(1 - 6 / 5))
    close(submission.sentence_bleu(references, LETTERS[:10]), math.exp(1 - 12 / 10))


@pytest.mark.hint(
    en="Which of two equally close lengths does your min return, in either order of the references?",
    zh="两个长度同样接近时，你的 min 返回哪一个？参考译文换个顺序呢？",
)
def test_of_two_equally_close_lengths_the_shorter_counts(submission):
    """With references of 4 and 6 tokens and a candidate of 5, r is 4, in whichever order they stand.

    参考译文长 4 和 6，译文长 5，那么 r 是 4，与排列顺序无关。
    """
    close(submission.sentence_bleu([LETTERS[:6], LETTERS[:4]], LETTERS[:5]), 1.0)
    close(submission.sentence_bleu([LETTERS[:4], LETTERS[:6]], LETTERS[:5]), 1.0)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="No smoothing, and no leaving out of what is 0 or missing.",
    zh="不要平滑，也不要跳过为 0 或不存在的项。",
)
def test_a_missing_match_of_any_length_gives_zero(submission):
    """Where no n-gram of some length matches, or the candidate is too short to have one, the score is 0.0.

    某个长度的 n-gram 一个都不匹配，或者译文太短而没有这样的 n-gram，分数就是 0.0。
    """
    close(submission.sentence_bleu([list("abcxdef")], list("abcdefx")), 0.0)
    close(submission.sentence_bleu([list("abc")], list("xyz")), 0.0)
    close(submission.sentence_bleu([list("abc")], list("abc")), 0.0)
    close(submission.sentence_bleu([list("abcd")], list("ab"), 3), 0.0)


def test_an_empty_candidate_scores_zero(submission):
    """An empty candidate scores 0.0, for any max_n.

    空译文得 0.0 分，max_n 是多少都一样。
    """
    close(submission.sentence_bleu([LETTERS, ["a"]], []), 0.0)
    close(submission.sentence_bleu([LETTERS], [], 1), 0.0)


def test_no_references_raise_value_error(submission):
    """Without references the function raises ValueError.

    没有参考译文时抛出 ValueError。
    """
    raises(ValueError, submission.sentence_bleu, [], LETTERS)


@pytest.mark.hint(
    en="Don't glue tokens together, lower them or strip them: use tuples of tokens as n-grams.",
    zh="不要拼接 token，也不要转小写或去空白：用 token 的 tuple 表示 n-gram。",
)
def test_tokens_are_any_strings(submission):
    """("a b", "c") and ("a", "b c") are different bigrams, and "A" is another token than "a".

    ("a b", "c") 与 ("a", "b c") 是不同的 bigram，"A" 与 "a" 是不同的 token。
    """
    close(submission.sentence_bleu([["a", "b c"], ["c", "a b"]], ["a b", "c"], 2), 0.0)
    close(submission.sentence_bleu([["ab", "c"], ["bc", "a"]], ["a", "bc"], 2), 0.0)
    close(submission.sentence_bleu([["A", "b"]], ["a", "b"], 1), 1 / 2)


def test_the_arguments_are_not_modified(submission):
    """References and candidate are the same after the call.

    调用之后，参考译文和译文都保持原样。
    """
    references = [LETTERS[:6], LETTERS[:4]]
    close(unchanged(submission.sentence_bleu, references, LETTERS[:6]), 1.0)
