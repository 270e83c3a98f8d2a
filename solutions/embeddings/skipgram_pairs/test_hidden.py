"""The hidden suite of skipgram_pairs. All expected pairs are written out by hand."""

import pytest

from grader.judge.suite import same, unchanged

TEXT = ["a", "b", "c", "d", "e"]


@pytest.mark.points(2)
def test_skipgram_pairs_a_centre_with_each_context(submission):
    """With a window of 1 each word is paired with its left and then its right neighbour.

    窗口为 1 时，每个词先与左邻居、再与右邻居配对。
    """
    same(
        submission.skipgram_pairs(["x", "y", "z", "w"], 1),
        [("x", "y"), ("y", "x"), ("y", "z"), ("z", "y"), ("z", "w"), ("w", "z")],
    )


@pytest.mark.points(2)
@pytest.mark.hint(
    en="A negative start of a slice counts from the end of the list.",
    zh="切片的起点为负时，是从列表末尾数起的。",
)
def test_skipgram_windows_are_cut_at_the_ends(submission):
    """With a window of 2 the first and last words have fewer contexts; all go from left to right.

    窗口为 2 时，开头和结尾的词上下文较少；上下文都从左到右。
    """
    around = ["bc", "acd", "abde", "bce", "cd"]
    same(submission.skipgram_pairs(TEXT, 2), [(c, x) for c, xs in zip(TEXT, around, strict=True) for x in xs])


@pytest.mark.points(2)
def test_cbow_puts_all_contexts_of_a_centre_together(submission):
    """With a window of 2 each pair holds the contexts from left to right, and then the centre.

    窗口为 2 时，每个样本先是从左到右的上下文，再是中心词。
    """
    around = ["bc", "acd", "abde", "bce", "cd"]
    same(submission.cbow_pairs(TEXT, 2), [(list(xs), c) for c, xs in zip(TEXT, around, strict=True)])


def test_a_window_beyond_the_text_takes_all_other_tokens(submission):
    """A window far larger than the text gives every other token as context.

    窗口远大于文本时，其余所有 token 都是上下文。
    """
    same(submission.skipgram_pairs(["a", "b"], 50), [("a", "b"), ("b", "a")])
    same(submission.cbow_pairs(["a", "b", "c"], 50), [(["b", "c"], "a"), (["a", "c"], "b"), (["a", "b"], "c")])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Leave out the position of the centre, not every copy of its word. tokens.index(word) gives only the first.",
    zh="要去掉的是中心词的位置，不是这个词的每次出现。tokens.index(word) 只给出第一次出现的位置。",
)
def test_skipgram_counts_positions_and_not_words(submission):
    """In "no no yes" the two copies of "no" are contexts of each other.

    在 "no no yes" 中，两个 "no" 互为上下文。
    """
    text = ["no", "no", "yes"]
    same(submission.skipgram_pairs(text, 1), [("no", "no"), ("no", "no"), ("no", "yes"), ("yes", "no")])


@pytest.mark.hint(
    en="A set or the keys of a dict hold each word once. Keep every position.",
    zh="集合或字典的键只保留每个词一次。每个位置都要保留。",
)
def test_a_context_counts_as_often_as_it_occurs(submission):
    """In "a b a" the centre "b" has the context "a" twice, in both models.

    在 "a b a" 中，中心词 "b" 的上下文里 "a" 出现两次，两个模型都是如此。
    """
    same(submission.skipgram_pairs(["a", "b", "a"], 1), [("a", "b"), ("b", "a"), ("b", "a"), ("a", "b")])
    same(submission.cbow_pairs(["a", "b", "a"], 1), [(["b"], "a"), (["a", "a"], "b"), (["b"], "a")])


def test_cbow_counts_positions_and_not_words(submission):
    """In CBOW too, the two copies of "no" in "no no yes" are contexts of each other.

    CBOW 也一样，"no no yes" 中的两个 "no" 互为上下文。
    """
    same(submission.cbow_pairs(["no", "no", "yes"], 1), [(["no"], "no"), (["no", "yes"], "no"), (["no"], "yes")])


@pytest.mark.hint(
    en="An empty list of contexts is nothing to predict from.",
    zh="上下文为空，就没有可用来预测的东西。",
)
def test_without_context_there_is_no_pair(submission):
    """An empty text, a single token, and a window of 0 give no pairs.

    空文本、单个 token、窗口为 0 时都没有样本。
    """
    for tokens, window in [([], 2), (["a"], 2), (["a", "b"], 0)]:
        same(submission.skipgram_pairs(tokens, window), [])
        same(submission.cbow_pairs(tokens, window), [])


def test_the_tokens_are_not_modified(submission):
    """The list of tokens is the same after both calls.

    两个函数调用之后，token 列表都保持原样。
    """
    same(unchanged(submission.skipgram_pairs, ["a", "b"], 1), [("a", "b"), ("b", "a")])
    same(unchanged(submission.cbow_pairs, ["a", "b"], 1), [(["b"], "a"), (["a"], "b")])
