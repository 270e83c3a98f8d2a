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
    en="What do you divide by if nothing was predicted as positive, or nothing is positive?",
    zh="一个正例都没预测出来，或者根本没有正例时，分母是多少？",
)
@pytest.mark.parametrize(
    ("y_true", "y_pred"),
    [([1, 1, 0], [0, 0, 0]), ([0, 0, 0], [1, 0, 1]), ([0, 0], [0, 0])],
    ids=["nothing_predicted", "nothing_to_find", "neither"],
)
def test_a_denominator_of_zero_gives_zero(submission, y_true, y_pred):
    """Nothing predicted, or nothing to find: all three numbers are 0.0.

    没有预测出正例，或者没有正例可找：三个数都是 0.0。
    """
    close(submission.precision_recall_f1(y_true, y_pred), (0.0, 0.0, 0.0))


@pytest.mark.hint(
    en="Precision + recall is a denominator, too.",
    zh="精确率 + 召回率也是一个分母。",
)
def test_without_a_true_positive_f1_is_zero(submission):
    """Where precision and recall are both 0, F1 is 0.0.

    精确率和召回率都为 0 时，F1 是 0.0。
    """
    close(submission.precision_recall_f1([1, 0], [0, 1]), (0.0, 0.0, 0.0))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Compute an F1 for each label first, and average last. 0 is a label like any other.",
    zh="先算出每个标签的 F1，最后再取平均。0 也是一个普通的标签。",
)
def test_macro_f1_is_the_mean_of_the_f1_of_each_class(submission):
    """The F1 of the label 0 is 6/8, that of the label 1 is 2/4: their mean is 5/8.

    标签 0 的 F1 是 6/8，标签 1 的 F1 是 2/4，平均是 5/8。
    """
    close(submission.macro_f1([0, 0, 0, 1, 1, 1], [0, 0, 0, 0, 0, 1]), 5 / 8)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Every class weighs the same, be it rare or frequent.",
    zh="每个类别权重相同，不论罕见还是常见。",
)
def test_macro_f1_is_not_weighted_by_frequency(submission):
    """Rare classes weigh as much as frequent ones, with two classes or three.

    罕见类别与常见类别权重相同，两个类别、三个类别都一样。
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
    close(submission.macro_f1((2, 1, 2), (2, 1, 1)), 2 / 3)
    close(unchanged(submission.precision_recall_f1, Y_TRUE, Y_PRED), (3 / 4, 3 / 5, 2 / 3))
    close(unchanged(submission.macro_f1, [2, 1, 2], [2, 1, 1]), (2 / 3 + 2 / 3) / 2)
