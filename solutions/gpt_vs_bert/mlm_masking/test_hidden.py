"""The hidden suite of mlm_masking.

The statistics are taken over 10,000 positions and allow for at least 5.5 standard errors, so a right solution fails a
test less than once in a million verdicts.
"""

import pytest
import torch

from grader.judge.suite import require, same, unchanged

MASK, VOCAB = 103, 30_000
SHAPE = (100, 100)
NONE = torch.zeros(SHAPE, dtype=torch.bool)


def checked(result, shape):
    """Inputs and labels, once they are known to be two tensors of integers of that shape."""
    right = isinstance(result, list | tuple) and len(result) == 2
    right = right and all(isinstance(part, torch.Tensor) and part.shape == shape for part in result)
    right = right and not any(part.is_floating_point() or part.dtype == torch.bool for part in result)
    require(
        right,
        f"it must return two tensors of integers of shape {tuple(shape)}",
        f"应返回两个形状为 {tuple(shape)} 的整数张量",
        result,
    )
    return result[0].long(), result[1].long()


def masked(submission, rng, p, special=NONE):
    """The ids, all from 1000 up, with inputs and labels for a random seed."""
    ids = torch.from_numpy(rng.integers(1000, VOCAB, SHAPE))
    return ids, *checked(submission.mask_tokens(ids, special, MASK, VOCAB, int(rng.integers(10_000)), p), SHAPE)


def about(actual, expected, error, what, zh):
    """`actual` is within `error` of `expected`."""
    require(
        abs(actual - expected) <= error,
        f"{what} is {actual:.4f}, not about {expected:.4f}",
        f"{zh}是 {actual:.4f}，应约为 {expected:.4f}",
    )


@pytest.mark.points(2)
@pytest.mark.hint(
    en="With p = 1 every position that is not special is chosen, whatever the model is shown there.",
    zh="p = 1 时，所有非特殊位置都选中，不管模型看到的是什么。",
)
def test_labels_hold_the_original_ids_of_all_chosen_positions(submission):
    """With p = 1 the labels are the original ids, also where the input stays as it is, and −100 at special positions.

    p = 1 时，标签就是原来的 id，输入没变的位置也一样；特殊位置是 −100。
    """
    ids, special = (
        torch.arange(5, 13).view(2, 4),
        torch.tensor([[True, False, False, True], [False, True, False, False]]),
    )
    for seed in range(5):
        inputs, labels = checked(submission.mask_tokens(ids, special, MASK, VOCAB, seed, 1.0), ids.shape)
        same(labels, torch.tensor([[-100, 6, 7, -100], [9, -100, 11, 12]]))
        same(inputs[special], ids[special])


@pytest.mark.points(2)
def test_other_positions_keep_their_ids_and_have_no_label(submission, rng):
    """Where a position is not chosen the input is the original id; where it is, the label is.

    未选中的位置，输入是原来的 id；选中的位置，标签是原来的 id。
    """
    ids, inputs, labels = masked(submission, rng, 0.15)
    chosen = labels != -100
    same(torch.where(chosen, labels, inputs), ids)


@pytest.mark.points(2)
def test_each_position_is_chosen_with_probability_p(submission, rng):
    """The share of chosen positions is p: 0.15 by default, and 0.4 if that is asked for.

    选中位置的比例是 p：默认 0.15，指定 0.4 时就是 0.4。
    """
    _, _, labels = masked(submission, rng, 0.4)
    about(float((labels != -100).float().mean()), 0.4, 0.0295, "the share of chosen positions", "选中的比例")
    _, labels = checked(submission.mask_tokens(torch.full(SHAPE, 5), NONE, MASK, VOCAB, 1), SHAPE)
    about(
        float((labels != -100).float().mean()), 0.15, 0.0215, "the default share of chosen positions", "默认选中的比例"
    )


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Draw for every position by itself. A fixed number for each row, or one mask for all rows, is not independent.",
    zh="每个位置都要单独抽。每行固定个数，或者所有行共用一个掩码，都不是独立的。",
)
def test_positions_are_chosen_independently(submission, rng):
    """The numbers of chosen positions in rows and in columns vary as independent draws do, and so does the total.

    各行、各列选中的个数，波动与独立抽取一致；总数也会波动。
    """
    _, _, labels = masked(submission, rng, 0.15)
    for axis, name, zh in [(1, "rows", "行"), (0, "columns", "列")]:
        counts = (labels != -100).sum(axis).double()
        ratio = float(counts.var() / (100 * 0.15 * 0.85))  # chi-square with 99 degrees of freedom, over 99
        require(
            0.25 < ratio < 2.3,
            f"the numbers in the {name} vary {ratio:.2f} times as much as independent draws",
            f"各{zh}选中个数的方差是独立抽取的 {ratio:.2f} 倍",
        )
    ids = torch.arange(100).view(10, 10)
    results = [submission.mask_tokens(ids, ids < 0, MASK, VOCAB, seed=seed, p=0.5) for seed in range(8)]
    totals = {int((checked(result, ids.shape)[1] != -100).sum()) for result in results}
    require(
        len(totals) > 1,
        f"with every seed {totals} of 100 positions are chosen",
        f"换了各种种子，100 个位置里总是选中 {totals} 个",
    )


@pytest.mark.points(2)
@pytest.mark.hint(
    en="The draw that chose a position is below p. Split the chosen ones by a second draw.",
    zh="选中的位置，它的随机数必然小于 p。划分要再抽一个随机数。",
)
def test_eighty_percent_become_the_mask(submission, rng):
    """Of the chosen positions 80 % show the mask, whatever p is.

    不管 p 是多少，选中的位置都有 80% 显示为掩码。
    """
    for p, error in [(1.0, 0.024), (0.4, 0.038)]:
        _, inputs, labels = masked(submission, rng, p)
        shown = inputs[labels != -100]
        share = float((shown == MASK).float().mean())
        about(share, 0.8, error, f"the share of masks with p = {p}", f"p = {p} 时掩码的比例")


@pytest.mark.points(2)
@pytest.mark.hint(
    en="10 % of all chosen positions, not of those that are left after the mask.",
    zh="是所有选中位置的 10%，不是换完掩码之后剩余部分的 10%。",
)
def test_ten_percent_stay(submission, rng):
    """Of the chosen positions 10 % show the original id, so another 10 % show neither that nor the mask.

    选中的位置有 10% 显示原来的 id；因此另外 10% 既不是原 id，也不是掩码。
    """
    ids, inputs, _ = masked(submission, rng, 1.0)
    about(float((inputs == ids).float().mean()), 0.1, 0.018, "the share of unchanged ids", "保持不变的比例")


@pytest.mark.hint(
    en="The random id is from 0 to vocab_size − 1, and every position draws its own.",
    zh="随机 id 取自 0 到 vocab_size − 1，而且每个位置单独抽取。",
)
def test_random_ids_come_from_the_whole_vocabulary(submission, rng):
    """Random ids are spread over the whole vocabulary, from 0 to the last, and never leave it.

    随机 id 分布在整个词表上，从 0 到最后一个，不会超出。
    """
    for shape in [(1, 10_000), (10_000, 1)]:
        ids, seed = torch.full(shape, 3), int(rng.integers(10_000))
        inputs, _ = checked(submission.mask_tokens(ids, ids < 0, 5, 10, seed, 1.0), shape)
        inside = int(inputs.min()) >= 0 and int(inputs.max()) < 10
        require(inside, "an id is outside the vocabulary", "有 id 超出了词表", inputs)
        for index, count in enumerate(torch.bincount(inputs.flatten(), minlength=10).tolist()):
            require(
                index in (3, 5) or 1 <= count <= 250,
                f"id {index} is shown {count} times, not about 100 times",
                f"id {index} 出现了 {count} 次，应约为 100 次",
            )


@pytest.mark.hint(
    en="Make a fresh generator from the seed in every call.",
    zh="每次调用都用 seed 新建一个生成器。",
)
def test_the_same_seed_gives_the_same_masks(submission):
    """The same call gives the same inputs and labels again.

    相同的调用给出相同的输入和标签。
    """
    ids = torch.arange(1000, 1400).view(10, 40)
    for seed in (0, 7):
        first, second = (submission.mask_tokens(ids, ids < 0, MASK, VOCAB, seed, 0.5) for _ in range(2))
        same(torch.stack(checked(second, ids.shape)), torch.stack(checked(first, ids.shape)))


def test_different_seeds_give_different_masks(submission):
    """Another seed chooses other positions.

    种子不同，选中的位置就不同。
    """
    ids = torch.arange(1000, 1400).view(10, 40)
    first, second = (
        checked(submission.mask_tokens(ids, ids < 0, MASK, VOCAB, seed, 0.5), ids.shape) for seed in (1, 2)
    )
    require(
        not torch.equal(first[1], second[1]), "two seeds choose the same positions", "两个不同的种子选中了相同的位置"
    )


@pytest.mark.hint(
    en="Work on a clone: ids[chosen] = … writes into the caller's tensor.",
    zh="请在副本上操作：ids[chosen] = … 会写进调用者的张量。",
)
def test_the_arguments_are_not_modified(submission):
    """ids and special hold the same values after the call.

    调用之后 ids 和 special 都保持原样。
    """
    ids = torch.arange(1000, 1400).view(10, 40)
    checked(unchanged(submission.mask_tokens, ids, ids < 1010, MASK, VOCAB, 3, 0.5), ids.shape)
