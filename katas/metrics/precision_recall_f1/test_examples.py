"""The visible examples: run them with ``pytest`` beside your own file."""

import pytest
from precision_recall_f1 import macro_f1, precision_recall_f1

Y_TRUE, Y_PRED = [1, 1, 1, 0, 0, 0, 0], [1, 0, 0, 1, 0, 0, 0]


def test_the_numbers_of_the_statement():
    """1 true positive, 1 false positive, 2 false negatives: 1/2, 1/3, 2/5.

    真正例 1 个，假正例 1 个，假负例 2 个：1/2、1/3、2/5。
    """
    found = precision_recall_f1(Y_TRUE, Y_PRED)
    assert tuple(found) == pytest.approx((1 / 2, 1 / 3, 2 / 5))


def test_the_macro_f1_of_the_statement():
    """The mean of 2/5 for the label 1 and 6/9 for the label 0.

    标签 1 的 2/5 与标签 0 的 6/9 取平均。
    """
    found = macro_f1(Y_TRUE, Y_PRED)
    assert float(found) == pytest.approx((2 / 5 + 6 / 9) / 2)


def test_nothing_predicted_gives_zeros():
    """Without a predicted positive all three numbers are 0.

    一个正例都没预测出来时，三个数都是 0。
    """
    found = precision_recall_f1([1, 0, 1], [0, 0, 0])
    assert tuple(found) == pytest.approx((0.0, 0.0, 0.0))


@pytest.mark.parametrize("labels", [([], []), ([1, 0], [1])])
def test_empty_or_unequal_input_is_an_error(labels):
    """Empty lists or lists of unequal length raise ValueError.

    空列表或长度不等的列表，抛出 ValueError。
    """
    with pytest.raises(ValueError):  # noqa: PT011 - any message will do
        precision_recall_f1(*labels)
