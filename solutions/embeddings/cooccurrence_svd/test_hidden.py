"""The hidden suite of cooccurrence_svd.

Counts are written out by hand, or come from `oracle`, which looks at all pairs of positions. Columns are compared up
to their sign.
"""

import numpy as np
import pytest

from grader.judge.suite import close, kind, require, unchanged


def oracle(tokens, window):
    words = sorted(set(tokens))
    counts = np.zeros((len(words), len(words)))
    for i, a in enumerate(tokens):
        for j, b in enumerate(tokens):
            counts[words.index(a), words.index(b)] += 1 <= abs(i - j) <= window
    return words, counts


def close_counts(actual, expected):
    """The vocabulary and the counts, which may be integers or floats."""
    words, counts = expected
    pair = isinstance(actual, tuple | list) and len(actual) == 2 and isinstance(actual[1], np.ndarray)
    close(actual, (words, counts.astype(int if pair and actual[1].dtype.kind in "iu" else float)))


def close_up_to_signs(actual, expected):
    """Each column is the expected one or its negative."""
    shape = f"array of shape {expected.shape}"
    fine = kind(actual) == shape and actual.dtype.kind in "fiu"
    require(fine, "it is no array of numbers of the right shape", "它不是形状正确的数值数组", actual, shape)
    with np.errstate(invalid="ignore"):  # inf times 0
        signs = np.where((actual * expected).sum(axis=0) < 0, -1.0, 1.0)
    close(actual, expected * signs)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Each pair of positions fills two cells, once each.",
    zh="每对位置填两个格子，各加一次。",
)
def test_neighbours_are_counted_in_both_directions(submission):
    """With a window of 1, "a b c" has the pairs ab and bc, each in two cells with a 1.

    窗口为 1 时，"a b c" 有 ab 和 bc 两对，各在两个格子里计 1。
    """
    close_counts(
        submission.cooccurrence(["a", "b", "c"], 1), (["a", "b", "c"], np.array([[0, 1, 0], [1, 0, 1], [0, 1, 0]]))
    )


@pytest.mark.points(2)
def test_counts_add_up_over_the_text(submission):
    """Repeated pairs add up, and each counts 1 at any distance within the window.

    重复的词对累加；只要在窗口以内，不论距离都计 1。
    """
    for window in (1, 2, 3):
        tokens = ["d", "a", "c", "b", "d", "a", "c", "e", "d", "a"]
        close_counts(submission.cooccurrence(tokens, window), oracle(tokens, window))


@pytest.mark.hint(
    en="A negative start of a slice counts from the end of the text.",
    zh="切片的起点为负时，是从文本末尾数起的。",
)
def test_a_window_beyond_the_text_takes_all_pairs(submission):
    """A window beyond the text gives every pair once.

    窗口超出文本时，每对只计一次。
    """
    close_counts(submission.cooccurrence(["b", "a", "c"], 9), (["a", "b", "c"], np.ones((3, 3)) - np.eye(3)))


def test_a_single_token_has_no_pair(submission):
    """One token gives one word and a count of 0.

    只有一个 token 时，词表有一个词，计数为 0。
    """
    close_counts(submission.cooccurrence(["a"], 2), (["a"], np.zeros((1, 1))))


def test_the_vocabulary_is_sorted_and_tokens_stay_as_they_are(submission):
    """Capitals, digits and Chinese words stay, in Python's sorting order; rows and columns follow it.

    大小写、数字和中文词都保持原样，按 Python 的规则排序，行和列与之对应。
    """
    tokens = ["b", "词", "B", "10", "9"]
    close_counts(submission.cooccurrence(tokens, 1), oracle(tokens, 1))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="U, not V: for a matrix that is not symmetric they differ.",
    zh="是 U，不是 V：矩阵不对称时两者不同。",
)
def test_columns_are_left_singular_vectors_times_their_values(submission):
    """[[0, 2], [1, 0]] has U = I and the singular values 2 and 1; integers are fine.

    [[0, 2], [1, 0]] 的 U = I，奇异值是 2 和 1；整数矩阵也可以。
    """
    close_up_to_signs(submission.svd_embed(np.array([[0, 2], [1, 0]]), 2), np.array([[2.0, 0.0], [0.0, 1.0]]))


@pytest.mark.points(2)
def test_random_matrices_agree_with_numpy(submission, rng):
    """On a random matrix each column agrees with U times the singular value, up to its sign.

    对随机矩阵，每一列都等于 U 的列乘以奇异值（不计正负号）。
    """
    matrix = rng.normal(size=(6, 6)) + np.diag([9.0, 7.0, 5.0, 3.0, 2.0, 1.0])
    u, s, _ = np.linalg.svd(matrix)
    for k in (1, 4):
        close_up_to_signs(submission.svd_embed(matrix, k), (u * s)[:, :k])


@pytest.mark.hint(
    en="Each column is times its own singular value, also where that is 0.",
    zh="每一列都要乘以自己的奇异值，奇异值为 0 时也一样。",
)
def test_a_singular_value_of_zero_gives_a_column_of_zeros(submission):
    """[[0, 1], [0, 0]] has the singular values 1 and 0, so only one number of the result is not 0.

    [[0, 1], [0, 0]] 的奇异值是 1 和 0，所以结果里只有一个数不为 0。
    """
    close_up_to_signs(submission.svd_embed(np.array([[0, 1], [0, 0]]), 2), np.array([[1.0, 0.0], [0.0, 0.0]]))


def test_the_arguments_are_not_modified(submission):
    """Tokens and matrix are the same after the calls.

    两个函数调用之后，tokens 和 matrix 都保持原样。
    """
    close_counts(unchanged(submission.cooccurrence, ["b", "a"], 1), (["a", "b"], np.array([[0, 1], [1, 0]])))
    close_up_to_signs(unchanged(submission.svd_embed, np.diag([3.0, 2.0]), 1), np.array([[3.0], [0.0]]))
