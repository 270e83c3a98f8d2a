"""The hidden suite of nsp_pairs.

The statistics are taken over 4,000 pairs and allow for 6 standard errors, so a right solution fails a test less than
once in a million verdicts. In most tests sentence "d3s7" is number 7 of document 3.
"""

from itertools import pairwise

import numpy as np
import pytest

from grader.judge.suite import raises, require, same, unchanged


def corpus(*lengths):
    """Documents with so many sentences, all different."""
    return [[f"d{d}s{s}" for s in range(length)] for d, length in enumerate(lengths)]


def place(sentence):
    """The document and the number of a sentence of `corpus`."""
    document, number = sentence[1:].split("s")
    return int(document), int(number)


def checked(pairs, documents):
    """The pairs in the order of their first sentences, once they are known to be pairs of the documents' sentences."""
    known = {sentence for document in documents for sentence in document}
    right = isinstance(pairs, list | tuple) and all(isinstance(pair, list | tuple) and len(pair) == 3 for pair in pairs)
    right = right and all(
        isinstance(first, str)
        and isinstance(second, str)
        and isinstance(is_next, bool | np.bool_)
        and {first, second} <= known
        for first, second, is_next in pairs
    )
    require(
        right,
        "it must return a list of (sentence, sentence, bool), all sentences from the documents",
        "应返回由 (句子, 句子, bool) 组成的列表，句子都来自给定的文档",
        pairs,
    )
    firsts = [first for document in documents for first in document[:-1]]
    require(
        sorted(first for first, _, _ in pairs) == sorted(firsts),
        f"there must be one pair for each of the {len(firsts)} sentences with a successor, and no other",
        f"{len(firsts)} 个有下一句的句子应各有一个句对，不多也不少",
        pairs,
    )
    order = {first: number for number, first in enumerate(firsts)}
    return sorted(((first, second, bool(is_next)) for first, second, is_next in pairs), key=lambda pair: order[pair[0]])


def made(submission, documents, seed):
    """The pairs, checked and in order."""
    return checked(submission.nsp_pairs(documents, seed), documents)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Go through each document by itself, and stop before its last sentence.",
    zh="逐个文档处理，到最后一句之前为止。",
)
def test_one_pair_for_every_sentence_with_a_successor(submission):
    """Every sentence but the last of its document begins just one pair.

    除了文档的最后一句，每个句子恰好作一个句对的第一句。
    """
    for seed in range(3):
        made(submission, corpus(3, 1, 4, 2), seed)


@pytest.mark.points(2)
def test_true_pairs_hold_the_next_sentence(submission, rng):
    """The second sentence of a true pair is the next one of the same document.

    真句对的第二句是同一文档的下一句。
    """
    for first, second, is_next in made(submission, corpus(30, 40, 30), int(rng.integers(10_000))):
        (d, s), found = place(first), place(second)
        require(
            not is_next or found == (d, s + 1),
            f"{second} is called the next sentence of {first}",
            f"{second} 被当成了 {first} 的下一句",
        )


@pytest.mark.hint(
    en="list.index finds the first sentence with that text. Go by positions.",
    zh="list.index 找到的是第一个文本相同的句子。请按位置来取。",
)
def test_a_sentence_that_occurs_twice_has_two_successors(submission):
    """Where a sentence occurs again in its document, each occurrence is followed by its own next sentence.

    同一个句子在文档里多次出现时，每一处的下一句各不相同。
    """
    document = [sentence for number in range(40) for sentence in ("Yes.", f"Answer {number}.")]
    documents = [document, ["alone"]]
    pairs = checked(submission.nsp_pairs(documents, 5), documents)
    seconds = [second for first, second, is_next in pairs if is_next and first == "Yes."]
    require(
        len(set(seconds)) == len(seconds),
        "two occurrences of one sentence have the same next sentence",
        "同一个句子的两处出现，用了同一个下一句",
        seconds,
    )


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Leave out the document of the first sentence before you draw.",
    zh="抽取之前，先排除第一句所在的文档。",
)
def test_false_pairs_come_from_another_document(submission, rng):
    """The second sentence of a false pair is from another document than the first.

    假句对的第二句来自另一个文档。
    """
    for first, second, is_next in made(submission, corpus(30, 40, 30), int(rng.integers(10_000))):
        require(
            is_next or place(first)[0] != place(second)[0],
            f"({first}, {second}, False) is from one document",
            f"({first}, {second}, False) 来自同一个文档",
        )


@pytest.mark.points(2)
def test_half_of_the_pairs_are_true(submission, rng):
    """About half of the pairs are true.

    大约一半的句对为真。
    """
    pairs = made(submission, corpus(2001, 2001), int(rng.integers(10_000)))
    share = sum(is_next for _, _, is_next in pairs) / len(pairs)
    require(abs(share - 0.5) < 0.048, f"{share:.3f} of the pairs are true", f"真句对的比例是 {share:.3f}")


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Toss a coin for each pair. Taking turns, or one toss for a whole document, is not random enough.",
    zh="每个句对单独抛一次硬币。真假轮流，或者整个文档只抛一次，都不够随机。",
)
def test_each_pair_is_decided_by_itself(submission, rng):
    """From one pair to the next the answer changes about half of the time, and the number of true pairs varies.

    相邻句对的真假，大约有一半的情况不同；真句对的个数也会波动。
    """
    answers = [is_next for _, _, is_next in made(submission, corpus(2001, 2001), int(rng.integers(10_000)))]
    share = sum(one != other for one, other in pairwise(answers)) / (len(answers) - 1)
    require(
        abs(share - 0.5) < 0.048,
        f"the answer changes after {share:.3f} of the pairs, not after half",
        f"真假在 {share:.3f} 的相邻句对之间变化，应约为一半",
    )
    documents = corpus(11, 11)
    totals = {sum(is_next for _, _, is_next in made(submission, documents, seed)) for seed in range(12)}
    require(
        len(totals) > 1,
        f"with every seed {totals} of 20 pairs are true",
        f"换了各种种子，20 个句对里为真的总是 {totals} 个",
    )


@pytest.mark.hint(
    en="The other document has another index. Comparing texts leaves none here.",
    zh="另一个文档指下标不同。这里若比较文本，就一个都不剩了。",
)
def test_equal_documents_are_two_documents(submission):
    """Two documents with the same sentences give pairs of both kinds.

    两个内容相同的文档，两种句对都能生成。
    """
    documents = [["a", "b"] * 20] * 2
    pairs = checked(submission.nsp_pairs(documents, 3), documents)
    kinds = {is_next for _, _, is_next in pairs}
    require(kinds == {True, False}, "all pairs are of one kind", "所有句对都是同一种")


def test_a_document_of_one_sentence_serves_for_false_pairs(submission, rng):
    """Beside one long document a single sentence is enough, and comes in all false pairs.

    除了一个长文档，另有一个单句文档就够了，所有假句对都用这一句。
    """
    documents = [[f"s{number}" for number in range(60)], ["alone"]]
    pairs = checked(submission.nsp_pairs(documents, int(rng.integers(10_000))), documents)
    same({second for _, second, is_next in pairs if not is_next}, {"alone"})


@pytest.mark.hint(
    en="Check the number of documents first: with one there is nothing to draw from.",
    zh="先检查文档的个数：只有一个时没有东西可抽。",
)
def test_fewer_than_two_documents_raise_value_error(submission):
    """One document or none raises ValueError, whatever the coins would say.

    只有一个文档或没有文档，抛出 ValueError，与抛硬币的结果无关。
    """
    for documents in ([], [["a"]], [["a", "b"]], corpus(30)):
        raises(ValueError, submission.nsp_pairs, documents, 0)


@pytest.mark.hint(
    en="Make a fresh generator from the seed in every call.",
    zh="每次调用都用 seed 新建一个生成器。",
)
def test_the_same_seed_gives_the_same_pairs(submission):
    """The same call gives the same pairs again.

    相同的调用给出相同的句对。
    """
    documents = corpus(40, 30, 20)
    for seed in (0, 7):
        same(made(submission, documents, seed), made(submission, documents, seed))


def test_different_seeds_give_different_pairs(submission):
    """Another seed gives other pairs.

    种子不同，句对就不同。
    """
    documents = corpus(40, 30, 20)
    differ = made(submission, documents, 1) != made(submission, documents, 2)
    require(differ, "two seeds give the same pairs", "两个不同的种子给出了相同的句对")


@pytest.mark.hint(
    en="Shuffling, pop and remove change the caller's lists.",
    zh="shuffle、pop、remove 会改动调用者的列表。",
)
def test_the_documents_are_not_modified(submission):
    """The documents hold the same sentences in the same order after the call.

    调用之后，文档里的句子和顺序都不变。
    """
    documents = corpus(5, 4, 6)
    checked(unchanged(submission.nsp_pairs, documents, 2), documents)
