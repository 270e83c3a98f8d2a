"""The hidden suite of edit_distance. Values are worked by hand, or come from `oracle`, the recursive definition."""

from functools import cache

import pytest

from grader.judge.suite import close, raises, same, unchanged


def oracle(a, b):
    """The definition, from the ends, with a cache."""

    @cache
    def distance(i, j):
        if not i or not j:
            return i + j
        kept = distance(i - 1, j - 1) + (a[i - 1] != b[j - 1])
        return min(distance(i - 1, j) + 1, distance(i, j - 1) + 1, kept)

    return distance(len(a), len(b))


@pytest.mark.points(2)
def test_each_edit_costs_one(submission):
    """An insertion, a deletion and a substitution cost 1 each, anywhere.

    插入、删除、替换各算 1，无论在哪里。
    """
    for a, b, due in [
        ("ab", "axb", 1),
        ("axb", "ab", 1),
        ("axb", "ayb", 1),
        ("kitten", "sitting", 3),
        ("abc", "abc", 0),
    ]:
        same(submission.edit_distance(a, b), due)


@pytest.mark.hint(
    en="Levenshtein's distance knows no transposition.",
    zh="Levenshtein 距离没有“交换相邻”这种操作。",
)
def test_a_transposition_costs_two(submission):
    """ab becomes ba in two edits, not in one.

    ab 变成 ba 要两步，不是一步。
    """
    same(submission.edit_distance("ab", "ba"), 2)


def test_an_empty_side_costs_the_other_length(submission):
    """From or to nothing it takes as many edits as there are tokens.

    从空变来或变成空，步数就是 token 的个数。
    """
    for a, b, due in [("", "abc", 3), ("abc", "", 3), ("", "", 0), ([], ["x"], 1)]:
        same(submission.edit_distance(a, b), due)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Compare tokens with ==. Don't join them to text.",
    zh="用 == 比较 token，不要拼接成文本。",
)
def test_tokens_of_lists_are_compared_whole(submission):
    """Words and numbers are single tokens, and the lists stay as they are.

    单词和数字都是一个 token；列表保持原样。
    """
    same(unchanged(submission.edit_distance, ["the", "cat", "sat"], ["the", "mat", "sat"]), 1)
    same(submission.edit_distance(["ab", "c"], ["a", "bc"]), 2)
    same(submission.edit_distance([1, 2, (3, 4)], [2.0, (3, 4), 5]), 2)


@pytest.mark.points(2)
def test_random_texts_agree_with_the_definition(submission, rng):
    """Random texts over three letters, of equal and of different lengths, have the distance of the definition.

    三个字母的随机文本，长度相等或不等，距离都与定义一致。
    """
    for n, m in ((9, 9), (12, 5), (4, 11)):
        a, b = ("".join(rng.choice(list("abc"), size)) for size in (n, m))
        same(submission.edit_distance(a, b), oracle(a, b))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Fill a table, or two rows of it, in two nested loops.",
    zh="用两重循环填一张表（或只保留两行）。",
)
def test_2000_tokens_take_less_than_the_limit(submission):
    """2,000 tokens against 100 of them: 1,900 are deleted.

    2,000 个 token 对 100 个：保留 100 个，删除 1,900 个。
    """
    a = [str(i) for i in range(2000)]
    same(submission.edit_distance(a, a[100:1600:15]), 1900)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Add up distances and words first, divide once.",
    zh="先把距离和词数分别相加，最后只除一次。",
)
def test_the_rate_is_a_quotient_of_sums(submission):
    """Distances of 1 and 2 for references of 3 words and 1 word give 3/4; the lists stay as they are.

    编辑距离为 1 和 2，参考为 3 个词和 1 个词，结果是 3/4；列表保持原样。
    """
    close(unchanged(submission.word_error_rate, ["the cat sat", "hello"], ["the cat", "hullo you"]), 0.75)


@pytest.mark.hint(
    en="The denominator is the number of reference words, not of the longer text.",
    zh="分母是参考的词数，不是较长文本的词数。",
)
def test_the_rate_may_be_above_1(submission):
    """Three insertions for one reference word give 3.

    一个参考词，插入三个词，结果是 3。
    """
    close(submission.word_error_rate(["a"], ["b a c d"]), 3.0)


@pytest.mark.hint(
    en="text.split() without an argument.",
    zh="用不带参数的 text.split()。",
)
def test_words_are_split_at_any_whitespace(submission):
    """Several spaces, tabs and line breaks separate words like one space; case counts; a text may be empty.

    多个空格、制表符、换行都与一个空格一样分隔单词；区分大小写；文本可以为空。
    """
    close(submission.word_error_rate([" the\tcat  sat\n", "A b", ""], ["the cat sat", "a b", "x"]), 2 / 5)


@pytest.mark.points(2)
def test_no_reference_word_raises_value_error(submission):
    """References without a word, or no references, raise ValueError.

    参考中没有词，或者没有参考时，抛出 ValueError。
    """
    raises(ValueError, submission.word_error_rate, ["", " "], ["a", ""])
    raises(ValueError, submission.word_error_rate, [], [])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="zip() stops at the shorter list without a word.",
    zh="zip() 会在较短的列表处悄悄停下。",
)
def test_unequal_lengths_raise_value_error(submission):
    """More references than hypotheses, or fewer, raise ValueError.

    参考比识别结果多或少，都抛出 ValueError。
    """
    raises(ValueError, submission.word_error_rate, ["a", "b"], ["a"])
    raises(ValueError, submission.word_error_rate, ["a"], ["a", "b"])
