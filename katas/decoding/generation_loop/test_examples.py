"""The visible examples: run them with ``pytest`` beside your own file."""

from generation_loop import generate
from support import always

PROBS = (0.1, 0.4, 0.2, 0.3)


def test_a_temperature_of_zero_is_greedy():
    """The most probable token is taken each time.

    每次都取概率最大的 token。
    """
    ids = generate(always(*PROBS), [7], 2, eos_id=3, temperature=0.0)
    assert list(ids) == [7, 1, 1]


def test_sampling_ends_with_the_end_token():
    """The third draw gives the end token, and the fourth is not used.

    第三个抽样值得到结束 token，第四个没有用到。
    """
    draws = [0.05, 0.65, 0.9, 0.1]
    ids = generate(always(*PROBS), [7], 5, eos_id=3, uniforms=draws)
    assert list(ids) == [7, 0, 2, 3]


def test_only_tokens_of_the_nucleus_are_drawn():
    """With top_p = 0.6 tokens 1 and 3 are drawn with 4/7 and 3/7.

    top_p = 0.6 时，只会抽到 token 1 和 3，概率为 4/7 和 3/7。
    """
    ids = generate(always(*PROBS), [7], 2, 9, top_p=0.6, uniforms=[0.5, 0.6])
    assert list(ids) == [7, 1, 3]
