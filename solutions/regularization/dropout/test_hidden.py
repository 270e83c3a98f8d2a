"""The hidden suite of dropout.

Masks are checked by their statistics. Each bound is 6 standard deviations of a normal variable or wider (2e-9, two
sides); there are fewer than ten of them, so a right solution fails less than once in a million.
"""

import numpy as np
import pytest

from grader.judge.suite import close, raises, require, same, unchanged

X = np.linspace(-3.0, 3.0, 40_000).reshape(200, 200)
P = 0.3
SPREAD = (P * (1 - P)) ** 0.5  # of one entry of a mask


def mask_of(result, x, p):
    """The mask of a training call, once output and mask are known to fit."""
    fits = isinstance(result, tuple | list) and len(result) == 2 and isinstance(result[1], np.ndarray)
    fits = fits and result[1].dtype == bool and result[1].shape == x.shape
    require(fits, "not (output, a bool mask of the shape of x)", "返回的不是（输出，与 x 同形状的 bool 掩码）", result)
    close(result[0], np.where(result[1], x / (1 - p), 0.0))
    return result[1]


@pytest.mark.points(2)
@pytest.mark.hint(
    en="output = x * mask / (1 - p), mask True where an entry stays.",
    zh="output = x * mask / (1 - p)，保留处的掩码为 True。",
)
def test_kept_entries_are_divided_by_1_minus_p(submission, rng):
    """For arrays of one to three axes the output is x / (1 - p) where the mask is True, else 0; x stays as it is.

    一到三维的数组，掩码为 True 处的输出是 x / (1 - p)，其余为 0；x 保持原样。
    """
    for shape in ((30,), (2, 3, 5)):
        x = rng.normal(size=shape)
        mask_of(unchanged(submission.dropout, x, 0.2, True, 5), x, 0.2)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="p is the probability to drop an entry, not to keep it.",
    zh="p 是丢弃的概率，不是保留的概率。",
)
def test_the_share_of_dropped_entries_is_p(submission):
    """Of 40,000 entries a share of 0.3 is dropped, within six standard deviations, also where all of them are 0.

    40,000 个元素中丢弃的比例是 0.3（六个标准差以内）；值为 0 的元素也一样。
    """
    for x in (X, np.zeros((200, 200))):
        mask = mask_of(submission.dropout(x, P, True, 11), x, P)
        close(mask.mean(), 1 - P, rtol=0.0, atol=6 * SPREAD / 200)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Draw a number for each entry, not one for a row or a column.",
    zh="每个元素抽一个数，而不是每行或每列抽一个。",
)
def test_entries_are_dropped_independently(submission):
    """Neighbours along each of three axes are uncorrelated, within six standard deviations.

    沿三个轴中的任何一个，相邻元素都互不相关（六个标准差以内）。
    """
    x = X.reshape(25, 40, 40)
    mask = mask_of(submission.dropout(x, P, True, 12), x, P) - (1 - P)
    for products in (mask[1:] * mask[:-1], mask[:, 1:] * mask[:, :-1], mask[..., 1:] * mask[..., :-1]):
        close(products.mean(), 0.0, rtol=0.0, atol=6 * P * (1 - P) / products.size**0.5)


@pytest.mark.hint(
    en="Decide for each entry by itself. Don't choose a fixed number of entries.",
    zh="每个元素各自决定，不要选出固定个数的元素。",
)
def test_the_number_of_dropped_entries_varies(submission):
    """Five seeds do not all drop the same number of 40,000 entries. (By chance: once in a billion.)

    五个种子丢弃的元素个数不会全都相同（40,000 个元素，偶然全同的概率约十亿分之一）。
    """
    counts = {int(mask_of(submission.dropout(X, P, True, seed), X, P).sum()) for seed in range(5)}
    require(len(counts) > 1, "every seed drops the same number", "每个种子丢弃的个数都相同")


@pytest.mark.points(2)
def test_the_seed_decides(submission):
    """The same seed gives the same mask, another seed another one.

    种子相同，掩码相同；种子不同，掩码不同。
    """
    x = X[:10]
    first = mask_of(submission.dropout(x, 0.5, True, 3), x, 0.5)
    same(mask_of(submission.dropout(x, 0.5, True, 3), x, 0.5), first)
    other = mask_of(submission.dropout(x, 0.5, True, 4), x, 0.5)
    require((other != first).any(), "seeds 3 and 4 give the same mask", "种子 3 和 4 给出了同样的掩码")


@pytest.mark.points(2)
def test_evaluation_changes_nothing(submission):
    """In evaluation the output equals x, unscaled, and the mask is all True.

    评估时输出等于 x，没有缩放，掩码全为 True。
    """
    x = np.array([[1.0, -2.0, 0.0]])
    close(unchanged(submission.dropout, x, 0.9, False, 1), (x, np.ones((1, 3), dtype=bool)))


def test_p_of_0_keeps_everything(submission):
    """With p = 0 a training call keeps x as it is, in float32 too.

    p = 0 时，训练调用也原样保留 x，float32 下也是。
    """
    x = np.array([1.0, 0.0, 3.0], dtype=np.float32)
    close(submission.dropout(x, 0.0, True, 1), (x, np.ones(3, dtype=bool)))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="The gradient passes where the entry was kept, with the same scale.",
    zh="梯度只通过保留的元素，缩放与前向相同。",
)
def test_the_gradient_has_the_mask_and_the_scale(submission, rng):
    """The gradient is dy / (1 - p) where the mask is True, else 0; the arguments stay as they are.

    掩码为 True 处的梯度是 dy / (1 - p)，其余为 0；参数保持原样。
    """
    dy, mask = rng.normal(size=(3, 4)), rng.random((3, 4)) < 0.5
    close(unchanged(submission.dropout_backward, dy, mask, 0.2), np.where(mask, dy / 0.8, 0.0))


@pytest.mark.points(2)
def test_an_impossible_p_raises_value_error(submission):
    """p = 1, p > 1 and p < 0 raise ValueError, in training and in the gradient.

    p = 1、p > 1、p < 0 时抛出 ValueError，训练和求梯度都是。
    """
    for p in (1.0, 1.5, -0.1):
        raises(ValueError, submission.dropout, X[0], p, True, 1)
        raises(ValueError, submission.dropout_backward, X[0], X[0] > 0, p)


def test_p_is_checked_in_evaluation_too(submission):
    """p = 1 raises ValueError in evaluation, too.

    评估时 p = 1 也抛出 ValueError。
    """
    raises(ValueError, submission.dropout, X[0], 1.0, False, 1)
