"""The visible examples: run them with ``pytest`` beside your own file."""

from kv_cache import generate_cached
from support import Script


def test_the_text_ends_with_the_end_token():
    """The end token is kept, and nothing follows it.

    保留结束 token，之后不再生成。
    """
    ids = generate_cached(Script(1, 2, 0, 5), [2, 2], 5, eos_id=0)
    assert list(ids) == [2, 2, 1, 2, 0]


def test_the_number_of_new_tokens_is_limited():
    """After two new tokens generation stops.

    生成两个新 token 后停止。
    """
    ids = generate_cached(Script(1, 2, 0), [2, 2], 2, eos_id=0)
    assert list(ids) == [2, 2, 1, 2]


def test_each_id_is_fed_once():
    """The prompt is fed with None, then each new id with the newest cache.

    提示词与 None 一起送入，之后每个新 id 配上最新的缓存。
    """
    model = Script(1, 2, 0)
    generate_cached(model, [2, 2], 5, eos_id=0)
    assert model.calls == [([2, 2], None), ([1], 2), ([2], 3)]
