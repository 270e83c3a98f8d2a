"""The hidden suite of prompt_tuning; what is due is put together from rows of the table."""

import pytest
import torch

from grader.judge.suite import close, parameter_gradients, same

V, D = 6, 4


@pytest.fixture
def support(submission, support):
    _ = submission.SoftPrompt  # a file that lacks it is told so here
    return support


def drawn(rng, *shape):
    return torch.from_numpy(rng.standard_normal(shape)).float()


def ids_of(*rows):
    return torch.tensor(rows, dtype=torch.int64)


def due(prompt, table, ids):
    return torch.stack([torch.cat([prompt, table[row]]) for row in ids])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Not at random, and not the rows of the first ids of the input.",
    zh="不是随机的，也不是输入中前几个 id 的嵌入。",
)
@pytest.mark.parametrize("n_tokens", [1, 3])
def test_a_new_prompt_is_the_first_rows(support, rng, n_tokens):
    """The prompt starts as the first n_tokens rows of the embedding.

    提示的初始值是词嵌入的前 n_tokens 行。
    """
    table = drawn(rng, V, D)
    same(support.start(table, n_tokens), table[:n_tokens])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Along which axis are positions counted in (B, T, D)?",
    zh="(B, T, D) 中，位置是哪一维？",
)
def test_the_prompt_comes_before_the_tokens(support, rng):
    """A sequence is the prompt, then the embeddings of its ids in their order.

    一个序列先是提示，再按顺序是各 id 的嵌入。
    """
    table, ids = drawn(rng, V, D), ids_of([5, 0, 3, 3, 1])
    same(support.output(ids, table, 2), due(table[:2], table, ids))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="expand or repeat gives each sequence of the batch its prompt.",
    zh="用 expand 或 repeat，让批中每个序列都有提示。",
)
def test_every_sequence_has_the_whole_prompt(support, rng):
    """In a batch each sequence begins with the same prompt.

    批中每个序列都以同样的提示开头。
    """
    table, ids = drawn(rng, V, D), ids_of([5, 0], [4, 4], [2, 1])
    same(support.output(ids, table, 3), due(table[:3], table, ids))


def test_a_prompt_may_be_all_rows(support, rng):
    """With n_tokens = V the prompt is the whole table.

    n_tokens = V 时，提示就是整张表。
    """
    table = drawn(rng, V, D)
    same(support.start(table, V), table)


def test_the_output_is_longer_by_the_prompt(support, rng):
    """The output has n_tokens + T positions: no token is lost.

    输出有 n_tokens + T 个位置，token 不会丢。
    """
    found = support.output(ids_of([5, 0, 1], [4, 4, 2]), drawn(rng, V, D), 2)
    same(tuple(found.shape) if isinstance(found, torch.Tensor) else found, (2, 5, D))


@pytest.mark.points(2)
def test_what_the_prompt_has_learned_comes_out(support, rng):
    """forward gives the prompt as it is now, and the tokens from the embedding.

    forward 给出提示当前的值，token 则取自词嵌入。
    """
    table, prompt, ids = drawn(rng, V, D), drawn(rng, 2, D), ids_of([0, 1, 5], [1, 0, 2])
    same(support.output(ids, table, 2, prompt), due(prompt, table, ids))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="A slice and its tensor share memory, with or without detach and nn.Parameter.",
    zh="切片与原张量共享内存，加不加 detach 和 nn.Parameter 都一样。",
)
def test_prompt_and_embedding_share_no_memory(support, rng):
    """A prompt that learns does not change the embedding it came from, nor the other way round.

    提示在训练中变化，不会改动它所来自的词嵌入，反之亦然。
    """
    table, prompt = drawn(rng, V, D), drawn(rng, 3, D)
    same(support.table_after_training(table, 3, prompt), table)
    same(support.prompt_after_a_change(table, 3), table[:3])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Who tells the embedding that it is frozen? And is prompt an nn.Parameter?",
    zh="词嵌入冻结了吗？prompt 是 nn.Parameter 吗？",
)
def test_only_the_prompt_trains(support, rng):
    """prompt is the only trainable parameter.

    可训练的参数只有 prompt。
    """
    same(support.trainable(drawn(rng, V, D), 2), ["prompt"])


@pytest.mark.hint(
    en="Something cuts the graph between the prompt and the output.",
    zh="有什么东西切断了提示与输出之间的计算图。",
)
def test_gradients_reach_the_prompt_from_every_sequence(support, rng):
    """The gradient of the prompt is the sum over the sequences of the batch.

    提示的梯度是批中各序列梯度之和。
    """
    cotangent = drawn(rng, 3, 3, D)
    layer = support.soft(drawn(rng, V, D), 1)
    found = parameter_gradients(layer, (ids_of([5, 3], [4, 4], [2, 5]),), cotangent)
    close(found.get("prompt"), cotangent[:, :1].sum(dim=0))
