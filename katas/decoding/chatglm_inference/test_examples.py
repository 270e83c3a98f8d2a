"""The visible examples: run them with ``pytest`` beside your own file.

The model and the tokenizer are toys.
"""

import pytest
from chatglm_inference import chat
from support import ToyModel, ToyTokenizer


def test_the_first_turn():
    """Without a history a conversation begins: a question and its answer.

    没有历史时开始新对话：一个问题和它的回答。
    """
    response, history = chat(ToyModel(), ToyTokenizer(), "hello")
    assert response == "HELLO"
    question = {"role": "user", "content": "hello"}
    assert history == [question, {"role": "assistant", "content": "HELLO"}]


def test_the_history_goes_on_in_the_second_turn():
    """The history returned goes into the next turn and grows by one pair.

    返回的历史传给下一轮，再增加一对消息。
    """
    model, tokenizer = ToyModel(), ToyTokenizer()
    _, history = chat(model, tokenizer, "one", None)
    response, history = chat(model, tokenizer, "two", history)
    assert response == "TWO"
    contents = [message["content"] for message in history]
    assert contents == ["one", "ONE", "two", "TWO"]


def test_a_pair_that_does_not_fit_stays_in_the_history_returned():
    """A pair too long for the prompt is left out of it and still returned.

    提示词放不下的一对消息不送入模型，但仍在返回的历史里。
    """
    old = [
        {"role": "user", "content": "x" * 50},
        {"role": "assistant", "content": "y" * 50},
    ]
    model, tokenizer = ToyModel(), ToyTokenizer()
    response, history = chat(model, tokenizer, "hi", old, max_length=30)
    assert response == "HI"
    assert len(history) == 4


def test_a_query_that_does_not_fit_alone_is_an_error():
    """A query that is too long even alone raises ValueError.

    单独一条提问也放不下时抛出 ValueError。
    """
    with pytest.raises(ValueError):  # noqa: PT011 - any message will do
        chat(ToyModel(), ToyTokenizer(), "x" * 50, max_length=30)
