"""The hidden suite of chunk_text. Expected windows are written out, or follow from their starts."""

import pytest

from grader.judge.suite import raises, same, unchanged

TOKENS = ["a", "b", "c", "d", "e", "f", "g"]


def windows(text):
    """Tokens of one letter, windows with a space between them."""
    return [list(window) for window in text.split()]


@pytest.mark.points(2)
def test_without_overlap_the_windows_follow_each_other(submission):
    """Seven tokens in windows of 3 make 3 + 3 + 1; overlap is 0 by default.

    七个 token，窗口大小 3，得到 3 + 3 + 1；overlap 默认为 0。
    """
    same(submission.chunk(TOKENS, 3), windows("abc def g"))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Windows start size - overlap tokens apart.",
    zh="相邻窗口的起点相距 size - overlap。",
)
def test_neighbours_share_the_overlap(submission):
    """Each window begins with the last overlap tokens of the one before, and the last one is shorter.

    每个窗口以前一个窗口的最后 overlap 个 token 开头，最后一个窗口较短。
    """
    same(submission.chunk(TOKENS, 4, 2), windows("abcd cdef efg"))


@pytest.mark.hint(
    en="The overlap is what windows share, not how far they are apart.",
    zh="overlap 是窗口共享的长度，不是起点的间距。",
)
def test_windows_start_size_minus_overlap_apart(submission):
    """With size 5 and overlap 1 the second window starts at the fifth token.

    size 为 5、overlap 为 1 时，第二个窗口从第五个 token 开始。
    """
    same(submission.chunk(TOKENS, 5, 1), windows("abcde efg"))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Stop at the first window that reaches the end.",
    zh="第一个到达末尾的窗口就是最后一个。",
)
def test_no_window_lies_inside_the_one_before(submission):
    """Where a window ends with the text, it is the last one.

    某个窗口恰好到达文本末尾时，它就是最后一个。
    """
    same(submission.chunk(TOKENS, 3, 1), windows("abc cde efg"))
    same(submission.chunk(TOKENS, 3, 2), windows("abc bcd cde def efg"))


@pytest.mark.hint(
    en="The last window holds at least one new token; one is enough.",
    zh="最后一个窗口至少有一个新 token，有一个就够。",
)
def test_no_token_is_lost_at_the_end(submission):
    """A single token left over makes a last window, together with the overlap.

    只剩一个 token 时，它与重叠部分组成最后一个窗口。
    """
    same(submission.chunk(TOKENS, 6, overlap=4), windows("abcdef cdefg"))
    same(submission.chunk(["a"] * 5, 2), windows("aa aa a"))


def test_windows_that_fit_exactly_leave_no_empty_one(submission):
    """Six tokens in windows of 3 or 1 give full windows and nothing more.

    六个 token，窗口大小 3 或 1，得到的全是满窗口，没有多余的空窗口。
    """
    same(submission.chunk(TOKENS[:6], 3), windows("abc def"))
    same(submission.chunk(TOKENS[:2], 1), windows("a b"))


@pytest.mark.hint(
    en="range(0, len(tokens) - overlap, …) has no start at all when the text is that short.",
    zh="文本这么短时，range(0, len(tokens) - overlap, …) 里一个起点都没有。",
)
def test_a_short_text_is_one_window(submission):
    """A text of at most size tokens is one window, even one no longer than the overlap.

    不超过 size 个 token 的文本只有一个窗口，哪怕它不比 overlap 长。
    """
    same(submission.chunk(["a", "b"], 5, 3), windows("ab"))
    same(submission.chunk(["a", "b", "c"], 3, 2), windows("abc"))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Both ends of [0, size) matter: 0 is allowed, size is not.",
    zh="注意 [0, size) 的两端：0 可以，size 不行。",
)
def test_windows_that_do_not_move_on_raise_value_error(submission):
    """A size below 1 and an overlap of size or more raise ValueError, for short texts as well.

    size 小于 1，或者 overlap 不小于 size，都抛出 ValueError，文本很短时也一样。
    """
    for size, overlap in ((0, 0), (3, 3), (3, 4), (9, 9)):
        raises(ValueError, submission.chunk, TOKENS, size, overlap)


@pytest.mark.hint(
    en="A negative overlap would leave gaps between the windows.",
    zh="overlap 为负，窗口之间就会有空缺。",
)
def test_a_negative_overlap_raises_value_error(submission):
    """An overlap below 0 raises ValueError, with a good or a bad size.

    overlap 为负时抛出 ValueError，不论 size 是否合法。
    """
    for size, overlap in ((3, -1), (-2, -3)):
        raises(ValueError, submission.chunk, TOKENS, size, overlap)


@pytest.mark.hint(
    en="del tokens[:n] and pop remove tokens from the caller's list.",
    zh="del tokens[:n] 和 pop 会删掉调用者列表里的 token。",
)
def test_the_tokens_are_not_modified(submission):
    """The list of tokens is the same after the call.

    调用之后 token 列表保持原样。
    """
    unchanged(submission.chunk, TOKENS, 3, 1)
