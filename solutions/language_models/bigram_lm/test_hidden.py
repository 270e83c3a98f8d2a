"""The hidden suite of bigram_lm. Expected values are worked by hand."""

import math

import pytest

from grader.judge.suite import box, close, same, unbox, unchanged

CORPUS = [["a", "b"], ["a"], ["b", "b"]]  # pairs: <a, ab, b>, <a, a>, <b, bb, b>


@pytest.mark.points(2)
def test_without_smoothing_probabilities_are_relative_counts(submission):
    """P(word | prev) is the share of pairs with that word among the pairs that begin with prev.

    P(word | prev) 是以 prev 开头的词对里，后一个词是 word 的比例。
    """
    model = submission.BigramLM()
    model.fit(CORPUS)
    close(model.prob("b", "a"), 1 / 2)
    close(model.prob("b", "b"), 1 / 3)


@pytest.mark.hint(
    en="Count tuples (prev, word). Joined, different pairs may become the same string.",
    zh="用元组 (prev, word) 计数。拼成字符串后，不同的词对可能变得相同。",
)
def test_pairs_are_told_apart(submission, support):
    """The pairs (ab, c) and (a, bc) have counts of their own.

    词对 (ab, c) 和 (a, bc) 分别计数。
    """
    close(support.probs(0.0, [["ab", "c"], ["a", "bc"], ["a", "d"]], [("bc", "a"), ("c", "ab")]), [1 / 2, 1.0])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Count the pairs (<BOS>, first word) and (last word, <EOS>) of each sentence.",
    zh="每个句子的 (<BOS>, 首词) 和 (末词, <EOS>) 也要计数。",
)
def test_sentences_begin_and_end(submission, support):
    """The first word follows <BOS>, <EOS> follows the last word, also in an empty sentence.

    首词在 <BOS> 之后，<EOS> 在末词之后，空句子也是如此。
    """
    pairs = [("a", "<BOS>"), ("<EOS>", "<BOS>"), ("<EOS>", "b")]
    close(support.probs(0.0, [*CORPUS, []], pairs), [2 / 4, 1 / 4, 2 / 3])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="V counts the distinct words and <EOS>, but not <BOS>.",
    zh="V 包括不同的单词和 <EOS>，不包括 <BOS>。",
)
def test_smoothing_adds_k_to_every_pair(submission, support):
    """With k = 1/2 and V = 3, P(b | a) is 1.5 / 3.5 and P(a | b) is 0.5 / 4.5.

    k = 1/2、V = 3 时，P(b | a) = 1.5 / 3.5，P(a | b) = 0.5 / 4.5。
    """
    close(support.probs(0.5, CORPUS, [("b", "a"), ("a", "b"), ("b", "<BOS>")]), [1.5 / 3.5, 0.5 / 4.5, 1.5 / 4.5])


@pytest.mark.hint(
    en="No pair begins with such a word. What does the formula say then?",
    zh="没有以这个词开头的词对。这时公式给出什么？",
)
def test_unknown_words_follow_the_formula(submission, support):
    """With smoothing an unknown word has k / (count + kV), and after an unknown word each has 1/V.

    有平滑时，未登录词的概率是 k / (count + kV)；在未登录词之后，每个词的概率都是 1/V。
    """
    close(support.probs(2.0, CORPUS, [("zebra", "a"), ("a", "zebra")]), [2 / 8, 1 / 3])


@pytest.mark.hint(en="0/0 is a case of its own.", zh="0/0 要单独处理。")
def test_without_smoothing_nothing_follows_an_unknown_word(submission, support):
    """With k = 0 and a prev never seen the probability is 0.0.

    k = 0 且从未见过 prev 时，概率是 0.0。
    """
    close(support.probs(0.0, CORPUS, [("a", "zebra")]), [0.0])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="The chain has one step more than the sentence has words.",
    zh="链式法则的步数比单词数多一步。",
)
def test_the_chain_runs_from_the_beginning_to_the_end(submission, support):
    """The sentence a b costs ln(2/3 · 1/2 · 2/3); with k = 1 the empty one costs ln(1/6).

    句子 a b 的结果是 ln(2/3 · 1/2 · 2/3)；k = 1 时，空句子是 ln(1/6)。
    """
    close(support.log_probs(0.0, CORPUS, [["a", "b"]]), [math.log(2 / 9)])
    close(support.log_probs(1.0, CORPUS, [[]]), [math.log(1 / 6)])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="math.log(0) raises. Decide before you call it.",
    zh="math.log(0) 会抛异常，调用之前先判断。",
)
def test_an_impossible_step_gives_minus_infinity(submission, support):
    """A step of probability 0 makes -inf, at the beginning, in the middle or at the end, and after an unknown word.

    任何一步概率为 0，结果就是 -inf，不论在开头、中间还是结尾，也包括未登录词之后。
    """
    sentences = [["b"], ["a", "b", "c", "b"], ["a"], ["a", "zebra", "b"]]
    same(support.log_probs(0.0, [["a", "b"], ["a", "c", "b"]], sentences), [-math.inf] * 4)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Add logarithms. The product of so many probabilities is 0 in floating point.",
    zh="把对数相加。这么多概率连乘，浮点数结果就是 0。",
)
def test_a_long_sentence_has_a_finite_logarithm(submission, support):
    """3000 steps of probability 1/2 add up to 3000 logarithms.

    3000 步，每步概率 1/2，结果是 3000 个对数之和。
    """
    close(support.log_probs(0.0, [["b", "b"]], [["b"] * 3000]), [3000 * math.log(1 / 2)])


@pytest.mark.hint(
    en="insert and append change the caller's sentences. Build a new list.",
    zh="insert 和 append 会改动调用者的句子。请新建一个列表。",
)
def test_the_arguments_are_not_modified(submission):
    """The corpus and the sentence hold the same words after the calls.

    调用之后，语料和句子都保持原样。
    """
    corpus, model = box(CORPUS), submission.BigramLM(k=1.0)
    model.fit(corpus)
    same(unbox(corpus), CORPUS)
    unchanged(model.log_prob, ["a", "b"])
