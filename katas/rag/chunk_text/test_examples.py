"""The visible examples: run them with ``pytest`` beside your own file."""

import pytest
from chunk_text import chunk

TOKENS = ["a", "b", "c", "d", "e"]


def test_without_overlap():
    """The windows follow each other; the last one is shorter.

    窗口首尾相接，最后一个较短。
    """
    assert chunk(TOKENS, 2) == [["a", "b"], ["c", "d"], ["e"]]


def test_neighbours_share_tokens():
    """Two tokens are shared, and the last window is shorter.

    相邻窗口共享两个 token，最后一个较短。
    """
    assert chunk(TOKENS, 4, 2) == [["a", "b", "c", "d"], ["c", "d", "e"]]


def test_no_window_inside_another():
    """No third window: it would hold nothing new.

    没有第三个窗口：它不会有新内容。
    """
    assert chunk(TOKENS, 3, 1) == [["a", "b", "c"], ["c", "d", "e"]]


def test_windows_must_move_on():
    """An overlap as large as the window is an error.

    重叠与窗口一样大就是错误。
    """
    with pytest.raises(ValueError):  # noqa: PT011 - any message will do
        chunk(TOKENS, 2, 2)
