"""The visible examples: run them with ``pytest`` beside your own file."""

import torch
from mlm_masking import mask_tokens

IDS = torch.arange(1000, 5000).view(40, 100)
SPECIAL = IDS % 100 == 0


def test_unchosen_positions_stay_and_have_no_label():
    """Where the label is -100 the input is the original id.

    标签为 -100 的位置，输入就是原来的 id。
    """
    inputs, labels = mask_tokens(IDS, SPECIAL, 103, 30000, seed=0)
    unchosen = labels == -100
    assert torch.equal(inputs[unchosen], IDS[unchosen])
    assert torch.equal(labels[~unchosen], IDS[~unchosen])


def test_all_but_special_positions_are_chosen_with_p_of_one():
    """With p = 1 exactly the special positions have no label.

    p = 1 时，没有标签的恰好是特殊位置。
    """
    _, labels = mask_tokens(IDS, SPECIAL, 103, 30000, seed=0, p=1.0)
    assert torch.equal(labels == -100, SPECIAL)


def test_a_seed_gives_the_same_masks_again():
    """The same seed gives the same inputs and labels.

    种子相同，输入和标签就相同。
    """
    first = mask_tokens(IDS, SPECIAL, 103, 30000, seed=7)
    second = mask_tokens(IDS, SPECIAL, 103, 30000, seed=7)
    assert torch.equal(first[0], second[0])
    assert torch.equal(first[1], second[1])
