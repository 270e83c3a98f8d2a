"""The hidden suite of vocab_encode. Expected values are worked by hand."""

import numpy as np
import pytest

from grader.judge.suite import raises, same, unchanged

VOCAB = {"<UNK>": 0, "<EOS>": 1, "the": 2, "cat": 3, "dog": 4, "sat": 5}


def same_rows(actual, expected):
    """The rows are equal, whatever numeric or boolean dtype the learner chose."""
    if isinstance(actual, np.ndarray) and actual.dtype.kind in "biuf":
        expected = expected.astype(actual.dtype)
    same(actual, expected)


@pytest.mark.points(2)
def test_words_are_numbered_by_falling_count(submission):
    """The most frequent word gets 2, the next one 3, counted over all sentences.

    次数最多的词编号为 2，其次为 3；次数在所有句子上合计。
    """
    due = {"<UNK>": 0, "<EOS>": 1, "z": 2, "m": 3, "a": 4}
    same(submission.build_vocab([["a", "m", "z"], ["z", "m"], [], ["z"]]), due)


def test_repetitions_in_a_sentence_count(submission):
    """A word that occurs three times in one sentence has the count 3.

    在同一个句子里出现三次的词，计数是 3。
    """
    same(submission.build_vocab([["b", "b", "a", "b"], ["a"]], 3), {"<UNK>": 0, "<EOS>": 1, "b": 2})


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Sort by (-count, word): a reversed sort reverses the alphabet as well.",
    zh="按 (-次数, 单词) 排序：整体反转会把字母顺序也反过来。",
)
def test_ties_are_in_alphabetical_order(submission):
    """Words with equal counts are numbered in alphabetical order, not in the order of the text.

    次数相同的词按字母顺序编号，而不是按文中出现的顺序。
    """
    due = {"<UNK>": 0, "<EOS>": 1, "e": 2, "g": 3, "b": 4, "d": 5, "f": 6}
    same(submission.build_vocab([["g", "f", "e", "b"], ["g", "d", "e"]]), due)
    same(submission.build_vocab([["b", "ac", "ab"]]), {"<UNK>": 0, "<EOS>": 1, "ab": 2, "ac": 3, "b": 4})


@pytest.mark.points(2)
@pytest.mark.hint(
    en="A word that occurs exactly min_count times stays.",
    zh="恰好出现 min_count 次的词要保留。",
)
def test_rare_words_are_left_out(submission):
    """Words that occur fewer than min_count times get no id.

    出现次数少于 min_count 的词没有 id。
    """
    sentences = [["b", "c", "a"], ["b", "c"]]
    same(submission.build_vocab(sentences, 2), {"<UNK>": 0, "<EOS>": 1, "b": 2, "c": 3})
    same(submission.build_vocab(sentences, min_count=4), {"<UNK>": 0, "<EOS>": 1})


@pytest.mark.points(2)
def test_tokens_become_ids(submission):
    """Known words get their ids and unknown ones 0, before the end.

    已知词换成 id，未登录词换成 0，最后是句尾。
    """
    same(submission.encode(["sat", "bird", "the", "fish", "sat"], VOCAB), [5, 0, 2, 0, 5, 1])


def test_the_end_is_appended(submission):
    """The id of <EOS> stands at the end, also after an empty list.

    末尾是 <EOS> 的 id，空列表也一样。
    """
    same(submission.encode(["cat"], VOCAB), [3, 1])
    same(submission.encode([], VOCAB), [1])


@pytest.mark.points(2)
def test_every_id_has_its_row(submission):
    """Row i has its 1 in column ids[i]; ids may repeat, and 0 and size - 1 are among them.

    第 i 行的 1 在第 ids[i] 列；id 可以重复，也包括 0 和 size - 1。
    """
    same_rows(submission.one_hot([3, 0, 3, 1, 2], 4), np.eye(4)[[3, 0, 3, 1, 2]])


@pytest.mark.hint(
    en="NumPy takes an empty list as an array of floats, which is no index.",
    zh="NumPy 把空列表当成浮点数组，而它不能当下标。",
)
def test_no_ids_give_no_rows(submission):
    """Without ids the shape is (0, size).

    没有 id 时，形状是 (0, size)。
    """
    same_rows(submission.one_hot([], 3), np.zeros((0, 3)))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="NumPy counts negative indices from the end.",
    zh="NumPy 的负下标从末尾数起。",
)
def test_negative_ids_raise_value_error(submission):
    """A negative id raises ValueError, also among good ones.

    id 为负时抛出 ValueError，哪怕其余 id 都没问题。
    """
    for bad in (-1, -4):
        raises(ValueError, submission.one_hot, [0, bad, 1], 4)


@pytest.mark.hint(
    en="The size itself is too large. And an IndexError is no ValueError.",
    zh="等于 size 的 id 已经越界。另外，IndexError 不是 ValueError。",
)
def test_ids_that_are_too_large_raise_value_error(submission):
    """The size itself and anything above raise ValueError.

    id 等于或大于 size 时抛出 ValueError。
    """
    for bad in (4, 1000):
        raises(ValueError, submission.one_hot, [0, bad, 1], 4)


@pytest.mark.hint(
    en="tokens.append and vocab.setdefault change what belongs to the caller.",
    zh="tokens.append 和 vocab.setdefault 会改动调用者的数据。",
)
def test_the_arguments_are_not_modified(submission):
    """Sentences, tokens and vocabulary are after the calls what they were before.

    调用之后，句子、token 列表和词表都保持原样。
    """
    unchanged(submission.build_vocab, [["b", "a"], ["a"]], 1)
    unchanged(submission.encode, ["sat", "bird"], VOCAB)
