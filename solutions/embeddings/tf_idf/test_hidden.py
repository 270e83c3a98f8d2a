"""The hidden suite of tf_idf. Expected values are computed by hand, or by `oracle`, word by word with `math`."""

import math

import numpy as np
import pytest

from grader.judge.suite import close, kind, require, same, unchanged

LN2 = math.log(2.0)


def oracle(docs):
    words = sorted({word for doc in docs for word in doc})
    df = {word: sum(word in doc for doc in docs) for word in words}
    rows = [[doc.count(w) / len(doc) * math.log(len(docs) / df[w]) for w in words] for doc in docs]
    return words, np.array(rows)


def row(result, index):
    """One row of the weights of two documents with a single word, once the words and the shape are right."""
    fits = isinstance(result, tuple | list) and len(result) == 2
    require(fits, "not (words, weights)", "返回的不是（词表，权重）", result)
    words, weights = result
    close(words, ["x"])
    same(kind(weights), kind(np.zeros((2, 1))))
    return weights[index]


@pytest.mark.points(2)
def test_the_weight_is_tf_times_idf(submission):
    """Two documents of one word each: tf is 1 and idf is ln 2.

    两篇文档各有一个词：tf 是 1，idf 是 ln 2。
    """
    close(submission.tf_idf([["x"], ["y"]]), (["x", "y"], np.diag([LN2, LN2])))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Divide the count by the number of tokens of its document, repeated ones too.",
    zh="用次数除以该文档的 token 总数，重复的也要计入。",
)
def test_tf_is_the_share_of_the_document(submission):
    """3 of 4 tokens give a tf of 3/4; a word inside a longer one does not count.

    4 个 token 中占 3 个，tf 就是 3/4；更长的词里包含的不算。
    """
    due = np.array([[0.75, 0.25, 0.0], [0.0, 0.0, 1.0]]) * LN2
    close(submission.tf_idf([["x", "xy", "x", "x"], ["y"]]), (["x", "xy", "y"], due))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="df counts documents, not occurrences.",
    zh="df 数的是文档，不是出现次数。",
)
def test_a_repeated_word_counts_once_in_df(submission):
    """A word that occurs twice in one of four documents has df 1 and the idf ln 4.

    一个词只在四篇文档中的一篇里出现两次，df 是 1，idf 是 ln 4。
    """
    weights = np.zeros((4, 2))
    weights[0, 0], weights[1:, 1] = 2 * LN2, math.log(4 / 3)
    close(submission.tf_idf([["x", "x"], ["y"], ["y", "y"], ["y", "y", "y"]]), (["x", "y"], weights))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="No 1 is added anywhere: this is not the smoothed variant.",
    zh="任何地方都不加 1：这里不是平滑的变体。",
)
def test_a_word_of_every_document_has_no_weight(submission):
    """A word that occurs in all documents has the weight 0.

    出现在所有文档里的词权重为 0。
    """
    close(submission.tf_idf([["x"], ["x", "x"]]), (["x"], np.zeros((2, 1))))


def test_equal_documents_have_equal_rows(submission):
    """A document that occurs twice has two equal rows, each in its place.

    同一篇文档出现两次，就有两行相同的权重，各在自己的位置。
    """
    due = np.array([[math.log(1.5), 0.0], [0.0, math.log(3.0)], [math.log(1.5), 0.0]])
    close(submission.tf_idf([["x"], ["y"], ["x"]]), (["x", "y"], due))


@pytest.mark.hint(
    en="0 / 0 is nan.",
    zh="0 / 0 是 nan。",
)
def test_an_empty_document_is_a_row_of_zeros(submission):
    """An empty document has a row of zeros.

    空文档是全 0 的一行。
    """
    close(row(submission.tf_idf([[], ["x"]]), 0), np.array([0.0]))


@pytest.mark.hint(
    en="N is the length of docs, the empty ones included.",
    zh="N 是 docs 的长度，空文档也算。",
)
def test_an_empty_document_counts_in_the_number_of_documents(submission):
    """An empty document makes N larger by one: a word of the only other document has the idf ln 2.

    空文档使 N 加一：唯一另一篇文档里的词，idf 是 ln 2。
    """
    close(row(submission.tf_idf([[], ["x"]]), 1), np.array([LN2]))


@pytest.mark.hint(
    en="sorted() of the set of tokens, and nothing done to the tokens.",
    zh="对 token 的集合用 sorted()，不要改动 token 本身。",
)
def test_the_vocabulary_is_sorted_and_tokens_stay_as_they_are(submission):
    """Capitals, digits, Chinese words and spaces stay, in Python's sorting order, and columns follow it.

    大小写、数字、中文词和空格都保持原样，按 Python 的规则排序，各列与之对应。
    """
    docs = [["b", "B"], ["10", "9"], ["词", " b"], ["a", "a"]]
    close(submission.tf_idf(docs), oracle(docs))


@pytest.mark.points(2)
def test_random_documents_agree_with_a_loop(submission, rng):
    """On random documents every weight agrees with the formula.

    对随机的文档，每个权重都与公式一致。
    """
    docs = [[f"w{i:02}" for i in rng.integers(0, 12, n).tolist()] for n in (3, 9, 1, 20, 6)]
    close(submission.tf_idf(docs), oracle(docs))


def test_the_documents_are_not_modified(submission):
    """The documents hold the same tokens in the same order after the call.

    调用之后文档里的 token 和顺序都不变。
    """
    docs = [["y", "x"], ["y"]]
    close(unchanged(submission.tf_idf, docs), oracle(docs))
