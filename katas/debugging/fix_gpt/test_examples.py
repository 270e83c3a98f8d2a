"""The visible examples: run them with ``pytest`` beside your own file."""

import pytest
import torch
from fix_gpt import TinyGPT
from support import output

LINEAR = ("q_proj", "k_proj", "v_proj", "out_proj", "fc_in", "fc_out")
WIDE = {"fc_in": (8, 2), "fc_out": (2, 8)}


def weights_of_the_statement():
    """Return zeros for one block of dim 2, and the embeddings."""
    weights = {
        "tok_emb.weight": torch.tensor([[3.0, 1.0], [0.0, 2.0]]),
        "pos_emb.weight": torch.zeros(4, 2),
    }
    for name in LINEAR:
        rows, columns = WIDE.get(name, (2, 2))
        weights[f"blocks.0.{name}.weight"] = torch.zeros(rows, columns)
        weights[f"blocks.0.{name}.bias"] = torch.zeros(rows)
    return weights


def test_the_example_of_the_statement():
    """Blocks of zeros leave the embeddings as they are.

    权重全为 0 的块让嵌入原样通过。
    """
    ids = torch.tensor([[0, 1]])
    logits, loss = output((2, 2, 1, 1, 4), weights_of_the_statement(), ids)
    due = torch.tensor([[[2.0, -2.0], [-2.0, 2.0]]])
    assert torch.allclose(logits, due, atol=1e-3)
    assert loss is None


def test_the_future_changes_nothing():
    """Another last token leaves the logits before it as they are.

    换掉最后一个 token，前面的 logits 不变。
    """
    model = TinyGPT(5, 8, 2, 1, 6)
    one = model(torch.tensor([[1, 2, 3]]))[0]
    other = model(torch.tensor([[1, 2, 4]]))[0]
    assert torch.allclose(one[:, :2], other[:, :2], atol=1e-5)


def test_too_many_tokens_are_an_error():
    """Five tokens in a model of at most four raise ValueError.

    最多 4 个 token 的模型收到 5 个时抛出 ValueError。
    """
    with pytest.raises(ValueError):  # noqa: PT011 - any message will do
        TinyGPT(5, 8, 2, 1, 4)(torch.zeros(1, 5, dtype=torch.int64))
