"""The visible examples: run them with ``pytest`` beside your own file."""

import torch
from support import output, table_after_training, trainable

TABLE = torch.tensor([[1.0, 0.0], [0.0, 1.0], [2.0, 2.0]])


def test_the_example_of_the_statement():
    """The prompt comes first, then the ids.

    先是提示，再是各个 id。
    """
    found = output(torch.tensor([[2, 1]]), TABLE, 1)
    assert found.tolist() == [[[1.0, 0.0], [2.0, 2.0], [0.0, 1.0]]]


def test_a_prompt_that_has_learned():
    """The first row is the new prompt, id 0 is as it was.

    第一行是新的提示，id 0 的嵌入不变。
    """
    found = output(torch.tensor([[0]]), TABLE, 1, torch.tensor([[5.0, 5.0]]))
    assert found.tolist() == [[[5.0, 5.0], [1.0, 0.0]]]


def test_the_embedding_does_not_train():
    """The prompt is the only trainable parameter.

    可训练的参数只有提示。
    """
    assert trainable(TABLE, 2) == ["prompt"]


def test_the_embedding_keeps_its_rows():
    """Training the prompt leaves the embedding as it was.

    训练提示之后，词嵌入不变。
    """
    found = table_after_training(TABLE, 1, torch.tensor([[5.0, 5.0]]))
    assert found.tolist() == TABLE.tolist()
