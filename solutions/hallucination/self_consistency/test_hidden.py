"""The hidden suite of self_consistency. Expected votes are counted by hand; the normalisers are lent."""

import pytest

from grader.judge.suite import close, lend, raises, unchanged


@pytest.mark.points(2)
@pytest.mark.hint(
    en="The share is votes / all answers, which need not be a majority.",
    zh="占比是票数除以全部答案数，不一定过半。",
)
def test_the_most_frequent_answer_comes_with_its_share(submission):
    """Two of five votes are enough to win against single ones, and a lone answer has the share 1.

    其余各得一票时，五票中的两票就能获胜；只有一个答案时占比为 1。
    """
    close(submission.self_consistency(["c", "a", "d", "b", "d"]), ("d", 2 / 5))
    close(submission.self_consistency(["a"]), ("a", 1.0))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Lower the case before you count, and return the form that you counted.",
    zh="先转小写再计数，并返回计数时用的形式。",
)
def test_case_does_not_matter_by_default(submission):
    """Answers that differ in case are one answer, which comes back in lower case.

    只有大小写不同的答案是同一个，以小写形式返回。
    """
    close(submission.self_consistency(["NO", "Yes", "YES", "yEs", "no"]), ("yes", 3 / 5))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="strip() takes spaces, tabs and line breaks off both ends.",
    zh="strip() 会去掉两端的空格、制表符和换行。",
)
def test_outer_whitespace_does_not_matter_by_default(submission):
    """Spaces, tabs and line breaks at both ends are taken off; those inside stay.

    去掉首尾的空格、制表符和换行，中间的空格保留。
    """
    close(submission.self_consistency(["a b", "ab", " a b", "a b\r\n", "\ta b ", "ab"]), ("a b", 4 / 6))


@pytest.mark.hint(
    en="By default only the case and the whitespace at both ends are ignored.",
    zh="默认只忽略大小写和两端的空白。",
)
def test_nothing_else_is_ignored_by_default(submission):
    """Two spaces inside are not one, and a full stop counts: each makes another answer.

    中间的两个空格不同于一个空格，句号也算：它们都让答案成为另一个。
    """
    close(submission.self_consistency(["a b", "a  b", "a  b "]), ("a  b", 2 / 3))
    close(submission.self_consistency(["42", "42.", "$42", "42."]), ("42.", 2 / 4))


def test_ties_go_to_the_answer_seen_first(submission):
    """Among answers with the most votes the first one seen wins.

    得票并列最多时，最先出现的获胜。
    """
    close(submission.self_consistency(["a", "a", "b", "b"]), ("a", 1 / 2))


@pytest.mark.hint(
    en="Which answer was seen first? Alphabetical order doesn't matter.",
    zh="看哪个答案最先出现，与字母顺序无关。",
)
def test_ties_do_not_go_by_the_alphabet(submission):
    """The answer seen first wins a tie though it comes later in the alphabet.

    并列时最先出现的获胜，哪怕它按字母顺序排在后面。
    """
    close(submission.self_consistency(["b", "b", "a", "a"]), ("b", 1 / 2))


@pytest.mark.hint(
    en="Count all votes before you look for the winner.",
    zh="先统计完所有票，再找获胜者。",
)
def test_the_other_votes_may_come_late(submission):
    """The answer seen first wins a tie though another one reaches its votes earlier.

    并列时最先出现的获胜，哪怕另一个更早凑齐票数。
    """
    close(submission.self_consistency(["x", "m", "z", "z", "k", "k", "m"]), ("m", 2 / 7))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="normalise takes the place of strip and lower.",
    zh="normalise 取代 strip 和 lower。",
)
def test_a_normaliser_takes_the_place_of_the_default(submission):
    """Forms of a normaliser are counted and returned as they are, with case and whitespace.

    传入的 normalise 给出什么就统计、返回什么，大小写和空白都保留。
    """
    close(submission.self_consistency(["a", "b", "a"], lend(lambda s: s.upper() + " ")), ("A ", 2 / 3))


@pytest.mark.hint(
    en="The normaliser must see the answers as they were given.",
    zh="传给 normalise 的必须是原始答案。",
)
def test_a_normaliser_sees_the_answers_as_they_are(submission):
    """Answers are not stripped or lowered before they are normalised.

    归一化之前，不会先去空白或转小写。
    """

    def form(answer):
        return f"{len(answer)} {'upper' if answer.isupper() else 'lower'}"

    close(submission.self_consistency(["A", " b", "a", " a"], lend(form)), ("2 lower", 2 / 4))


def test_an_empty_answer_is_an_answer(submission):
    """Empty answers, and those of whitespace alone, are counted and may win.

    空答案、只含空白的答案也计票，也可能获胜。
    """
    close(submission.self_consistency(["", "a", "  "]), ("", 2 / 3))


def test_no_answers_raise_value_error(submission):
    """Without answers ValueError is raised, with a normaliser as well.

    没有答案时抛出 ValueError，传了 normalise 也一样。
    """
    raises(ValueError, submission.self_consistency, [])
    raises(ValueError, submission.self_consistency, [], lend(lambda s: s))


@pytest.mark.hint(
    en="answers[i] = … and answers.sort() change the caller's list.",
    zh="answers[i] = … 和 answers.sort() 会改动调用者的列表。",
)
def test_the_answers_are_not_modified(submission):
    """The list of answers is the same after the call.

    调用之后答案列表保持原样。
    """
    close(unchanged(submission.self_consistency, ["B", " b", "A"]), ("b", 2 / 3))
