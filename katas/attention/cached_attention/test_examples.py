"""The visible examples: run them with ``pytest`` beside your own file."""

import pytest
import torch
from cached_attention import CachedAttention
from support import in_pieces

LAYERS = ("q_proj", "k_proj", "v_proj", "out_proj")
WEIGHTS = {f"{name}.weight": torch.ones(1, 1) for name in LAYERS}
WEIGHTS |= {f"{name}.bias": torch.zeros(1) for name in LAYERS}
WEIGHTS["q_proj.weight"] = torch.zeros(1, 1)
X = torch.tensor([[[2.0], [6.0]]])


@pytest.mark.parametrize("lengths", [[2], [1, 1]])
def test_the_example_of_the_statement(lengths):
    """At once or in two pieces, the outputs are 2 and 4.

    一次送入或分两段送入，输出都是 2 和 4。
    """
    output, _ = in_pieces((1, 1), WEIGHTS, X, lengths)
    assert output.flatten().tolist() == pytest.approx([2.0, 4.0])


def test_the_cache_holds_keys_and_values():
    """After two positions there are two keys and two values.

    两个位置之后，缓存里有两个键和两个值。
    """
    _, (keys, values) = in_pieces((1, 1), WEIGHTS, X, [1, 1])
    assert keys.flatten().tolist() == pytest.approx([2.0, 6.0])
    assert values.flatten().tolist() == pytest.approx([2.0, 6.0])


def test_shapes_with_a_cache():
    """Three new positions behind five cached ones.

    五个缓存的位置之后有三个新位置。
    """
    cache = (torch.zeros(2, 4, 5, 3), torch.zeros(2, 4, 5, 3))
    layer = CachedAttention(12, 4)
    output, (keys, values) = layer(torch.ones(2, 3, 12), cache)
    assert tuple(output.shape) == (2, 3, 12)
    assert tuple(keys.shape) == tuple(values.shape) == (2, 4, 8, 3)
