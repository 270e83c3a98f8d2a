"""The hidden suite of precision_recall_f1.

All expected values are fractions of counts, worked by hand.
"""

import pytest

from grader.judge.suite import close, raises, unchanged

# tp 3, fp 1, fn 2, tn 4
Y_TRUE = [1, 1, 0, 1, 0, 1, 0, 0, 1, 0]
Y_PRED = [1, 0, 0, 1, 1, 1, 0, 0, 0, 0]


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Precision divides by what was predicted, recall by what is true.",
    zh="精确率的分母是预测出的正例数，召回率的分母是真实的正例数。",
)
def test_the_three_numbers_in_their_order(submission):
    """3 true positives, 1 false positive, 2 false negatives give 3/4, 3/5 and 2/3.

    真正例 3 个，假正例 1 个，假负例 2 个，得到 3/4、3/5、2/3。
    """
    close(submission.precision_recall_f1(Y_TRUE, Y_PRED), (3 / 4, 3 / 5, 2 / 3))
    close(submission.precision_recall_f1(Y_PRED, Y_TRUE), (3 / 5, 3 / 4, 2 / 3))


def test_everything_right_gives_ones(submission):
    """Where every prediction is right, all three numbers are 1, and macro F1 is 1.

    全部预测正确时，三个数都是 1，宏平均 F1 也是 1。
    """
    close(submission.precision_recall_f1([1, 0, 1], [1, 0, 1]), (1.0, 1.0, 1.0))
    close(submission.macro_f1([4, 7, 4], [4, 7, 4]), 1.0)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Each of the three denominators can be 0. The contract gives 0.0 for that.",
    zh="三个分母都可能是 0，契约规定这时的值是 0.0。",
)
@pytest.mark.parametrize(
    ("y_true", "y_pred"),
    [([1, 1, 0], [0, 0, 0]), ([0, 0, 0], [1, 0, 1]), ([0, 0], [0, 0]), ([1, 0], [0, 1])],
    ids=["nothing_predicted", "nothing_to_find", "neither", "all_wrong"],
)
def test_a_denominator_of_zero_gives_zero(submission, y_true, y_pred):
    """Nothing predicted, nothing to find, or no true positive at all: all three numbers are 0.0.

    没有预测出正例、没有正例可找，或者一个真正例都没有：三个数都是 0.0。
    """
    close(submission.precision_recall_f1(y_true, y_pred), (0.0, 0.0, 0.0))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Average the F1 values: every class weighs the same, and 0 is a class like any other.",
    zh="对各类的 F1 取平均：每个类别权重相同，0 也是一个普通的类别。",
)
def test_macro_f1_is_the_plain_mean_over_the_classes(submission):
    """The mean of the F1 of each label, not weighted by its frequency; for two classes the label 0 counts too.

    各标签 F1 的简单平均，不按频数加权；二分类时标签 0 也要算。
    """
    close(submission.macro_f1(Y_TRUE, Y_PRED), (6 / 9 + 8 / 11) / 2)
    # 0: tp 2, fp 1, fn 2; 1: tp 1, fp 2, fn 0; 2: tp 1, fp 0, fn 1
    close(submission.macro_f1([0, 0, 0, 0, 1, 2, 2], [0, 0, 1, 1, 1, 0, 2]), (4 / 7 + 2 / 4 + 2 / 3) / 3)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Which labels do you go through: those of y_true, those of y_pred, or both?",
    zh="你遍历的是 y_true 的标签、y_pred 的标签，还是两者的并集？",
)
def test_a_label_seen_on_one_side_only_counts_with_zero(submission):
    """A label that is only true, or only predicted, takes part in the mean with F1 = 0.

    只在真实标签或只在预测中出现的标签，以 F1 = 0 参与平均。
    """
    close(submission.macro_f1([1, 1, 2], [1, 1, 1]), (4 / 5 + 0) / 2)
    close(submission.macro_f1([1, 1, 1], [1, 1, 3]), (4 / 5 + 0) / 2)
    close(submission.macro_f1([5], [6]), 0.0)


@pytest.mark.hint(
    en="Labels are names. Don't count from 0 to the largest one.",
    zh="标签只是名字，不要从 0 数到最大的标签。",
)
def test_labels_may_be_any_integers(submission):
    """Labels may be negative, far apart or huge; numbers in between that never occur are no classes.

    标签可以是负数、相隔很远或非常大；中间没有出现过的数不算类别。
    """
    close(submission.macro_f1([-1, 10**12, -1, 7], [-1, 10**12, 7, 7]), (2 / 3 + 1 + 2 / 3) / 3)


@pytest.mark.hint(
    en="zip stops at the shorter list without a word.",
    zh="zip 会默默地在较短的列表处停下。",
)
def test_unequal_lengths_raise_value_error(submission):
    """Lists of unequal length raise ValueError in both functions, whichever is longer.

    长度不等时，两个函数都抛出 ValueError，不论哪个更长。
    """
    for function in (submission.precision_recall_f1, submission.macro_f1):
        raises(ValueError, function, [1, 0, 1], [1, 0])
        raises(ValueError, function, [1], [1, 0])
        raises(ValueError, function, [], [1])


def test_empty_input_raises_value_error(submission):
    """Without examples both functions raise ValueError.

    没有样本时，两个函数都抛出 ValueError。
    """
    raises(ValueError, submission.precision_recall_f1, [], [])
    raises(ValueError, submission.macro_f1, [], [])


@pytest.mark.hint(
    en="Which operation of yours works on a list, but not on a tuple? And do you change a list, by pop or sort?",
    zh="你的哪个操作只对 list 有效，换成 tuple 就不行？有没有用 pop 或 sort 改动列表？",
)
def test_tuples_are_welcome_and_nothing_is_modified(submission):
    """Tuples work like lists, and the arguments are the same after the call.

    tuple 与 list 一样可用；调用之后参数保持原样。
    """
    close(submission.precision_recall_f1(tuple(Y_TRUE), tuple(Y_PRED)), (3 / 4, 3 / 5, 2 / 3))
    close(unchanged(submission.precision_recall_f1, Y_TRUE, Y_PRED), (3 / 4, 3 / 5, 2 / 3))
    close(unchanged(submission.macro_f1, [2, 1, 2], [2, 1, 1]), (2 / 3 + 2 / 3) / 2)
