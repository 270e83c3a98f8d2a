"""The visible examples: run them with ``pytest`` beside your own file."""

import pytest
from self_consistency import self_consistency
from support import last_word


def test_case_and_outer_whitespace_do_not_matter():
    """Two of four answers are the same but for case and whitespace.

    四个答案中有两个只是大小写和首尾空白不同。
    """
    answer, share = self_consistency(["Paris", "Lyon", " paris\n", "Nice"])
    assert answer == "paris"
    assert float(share) == pytest.approx(0.5)


def test_ties_go_to_the_answer_seen_first():
    """Both have two votes; 4 was seen first.

    两个答案各得两票，4 先出现。
    """
    assert self_consistency(["4", "5", "5", "4"])[0] == "4"


def test_a_normaliser_of_your_own():
    """The last word decides what is the same answer.

    由最后一个词决定是不是同一个答案。
    """
    answers = ["so it is 12", "I get 12", "13"]
    answer, share = self_consistency(answers, last_word())
    assert answer == "12"
    assert float(share) == pytest.approx(2 / 3)


def test_no_answers():
    """Without answers there is no vote.

    没有答案就无法投票。
    """
    with pytest.raises(ValueError):  # noqa: PT011 - any message will do
        self_consistency([])
