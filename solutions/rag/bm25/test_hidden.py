"""The hidden suite of bm25. Values are worked by hand, or come from `oracle`, the formula over plain lists."""

import math

import pytest

from grader.judge.suite import close, raises, unchanged

LN2 = math.log(2.0)


def oracle(docs, query, k1=1.5, b=0.75):
    """The scores with these parameters, one document and one term at a time."""
    mean = sum(len(doc) for doc in docs) / len(docs)
    scores = []
    for doc in docs:
        score = 0.0
        for term in query:
            df, tf = sum(term in other for other in docs), doc.count(term)
            if tf:
                idf = math.log(1 + (len(docs) - df + 0.5) / (df + 0.5))
                score += idf * tf * (k1 + 1) / (tf + k1 * (1 - b + b * len(doc) / mean))
        scores.append(score)
    return scores


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Mind the 1 in the logarithm: without it a term of most documents has a negative idf.",
    zh="注意对数里的 1：少了它，大多数文档都有的词 idf 会是负的。",
)
def test_the_idf_of_common_and_unknown_terms(submission):
    """With four documents a term of all has the idf ln(1 + 0.5/4.5), a term of none ln(1 + 4.5/0.5).

    共四篇文档：全都包含的词，idf 是 ln(1 + 0.5/4.5)；都不包含的，是 ln(1 + 4.5/0.5)。
    """
    idf = submission.BM25([["x"], ["y", "x"], ["x"], ["x"]]).idf
    for term, df in (("x", 4), ("z", 0)):
        close(idf(term), math.log(1 + (4 - df + 0.5) / (df + 0.5)))


@pytest.mark.points(2)
@pytest.mark.hint(en="df counts documents, not occurrences.", zh="df 数的是文档，不是出现次数。")
def test_a_repeated_term_counts_once_in_df(submission):
    """A term that stands three times in one of two documents has df 1: its idf is ln 2. "A" is another term than "a".

    一个词在两篇文档中的一篇里出现三次，df 是 1，idf 是 ln 2。"A" 和 "a" 是两个词。
    """
    close(submission.BM25([["a", "a", "a"], ["A"]]).idf("a"), LN2)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="The numerator is tf · (k1 + 1), the denominator tf + k1 · (…).",
    zh="分子是 tf · (k1 + 1)，分母是 tf + k1 · (…)。",
)
def test_repeated_terms_saturate(submission):
    """With k1 = 1 and b = 0 a term that occurs three times counts 3 · 2/4 times its idf, ln 2.

    k1 = 1、b = 0 时，出现三次的词是 idf（ln 2）的 3 · 2/4 倍。
    """
    index = submission.BM25([["b", "b", "b"], []], k1=1.0, b=0.0)
    close(index.scores(["b"]), [1.5 * LN2, 0.0])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="b weighs |d| / mean, and 1 - b the constant 1.",
    zh="b 乘 |d| / mean，1 - b 乘常数 1。",
)
def test_long_documents_count_less(submission):
    """With k1 = 1 and b = 1/4 a document twice the mean has 2/(1 + 5/4) times idf, one of half the mean 2/(1 + 7/8).

    k1 = 1、b = 1/4 时，长度为平均值两倍的文档是 idf 的 2/(1 + 5/4) 倍，为一半的是 2/(1 + 7/8) 倍。
    """
    docs = [["a", "x", "x", "x"], ["b"], ["x"]]
    index = submission.BM25(docs, 1.0, 0.25)
    idf = math.log(1 + 2.5 / 1.5)
    close(index.scores(["a", "b"]), [idf * 2 / (1 + 5 / 4), idf * 2 / (1 + 7 / 8), 0.0])


@pytest.mark.hint(en="What do empty documents do to N and to the mean?", zh="空文档对 N 和平均长度有什么影响？")
def test_empty_documents_count_in_the_mean(submission):
    """Beside three empty documents one of two tokens is four times as long as the mean.

    旁边有三篇空文档时，两个 token 的文档长度是平均值的四倍。
    """
    index = submission.BM25([[], ["a", "b"], [], []], 1.0, 0.5)
    close(index.scores(["a"]), [0.0, math.log(1 + 3.5 / 1.5) * 2 / (1 + 2.5), 0.0, 0.0])


@pytest.mark.hint(
    en="0 / 0 has no value. Which of your denominators can be 0?", zh="0 / 0 没有意义。你的哪个分母可能是 0？"
)
def test_an_empty_document_scores_0(submission):
    """An empty document scores 0, with b = 1 and where all documents are empty, too.

    空文档得 0 分，b = 1 时、所有文档都为空时也是如此。
    """
    build = submission.BM25
    close(build([["a"], []], 1.0, 1.0).scores(["a"]), [LN2 * 2 / (1 + 2), 0.0])
    close(build([[], []]).scores(["a"]), [0.0, 0.0])


@pytest.mark.points(2)
@pytest.mark.hint(en="Go through the query as a list, not as a set.", zh="查询要按列表遍历，不要变成集合。")
def test_a_repeated_query_term_counts_each_time(submission):
    """A term that stands twice in the query adds twice; an empty query adds nothing.

    查询里出现两次的词算两次；空查询全是 0。
    """
    scores = submission.BM25([["a", "b"], ["c", "d"]], b=0.0).scores
    close(scores(["a", "c", "a"]), [2 * LN2, LN2])
    close(scores([]), [0.0, 0.0])


@pytest.mark.points(2)
@pytest.mark.hint(en="What are k1 and b if nobody gives them?", zh="没有给 k1 和 b 时，它们是多少？")
def test_random_documents_agree_with_a_loop(submission, rng):
    """With k1 = 1.5 and b = 0.75, the defaults, all scores agree with the formula; "z" is in no document.

    默认 k1 = 1.5、b = 0.75，所有分数都与公式一致；"z" 不在任何文档里。
    """
    docs = [[f"w{i}" for i in rng.integers(0, 8, n).tolist()] for n in (3, 9, 1, 0, 14)]
    query = ["w1", "z", "w5", "w0", "w3"]
    close(submission.BM25(docs).scores(query), oracle(docs, query))


def test_no_documents_are_an_error(submission):
    """Without documents there is no index: ValueError.

    没有文档就没有索引：抛出 ValueError。
    """
    raises(ValueError, submission.BM25, [])


@pytest.mark.hint(en="What belongs to one index must live in self.", zh="属于某个索引的数据要放在 self 里。")
def test_two_indexes_do_not_share_anything(submission):
    """An index that is built later changes nothing in the first one.

    之后再建一个索引，不影响第一个的结果。
    """
    build = submission.BM25
    first = build([["a"], ["b"]])
    build([["a", "c"], ["a"], ["a", "d", "e"]])
    close(first.scores(["a", "c"]), [LN2, 0.0])


def test_the_arguments_are_not_modified(submission):
    """Documents and query hold the same tokens in the same order after the calls.

    调用之后文档和查询里的 token 及顺序都不变。
    """
    index = unchanged(submission.BM25, [["b", "a"], ["d", "c"]])
    close(unchanged(index.scores, ["c", "a"]), [LN2, LN2])
