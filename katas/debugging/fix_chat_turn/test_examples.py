"""The visible examples: run them with ``pytest`` beside your own file.

The model and the tokenizer are toys.
"""

from fix_chat_turn import chat
from support import ToyModel, ToyTokenizer


def test_the_first_turn():
    """Without a history a conversation begins: a question and its answer.

    没有历史时开始新对话：一个问题和它的回答。
    """
    response, history = chat(ToyModel(), ToyTokenizer(), "hello")
    assert response == "HELLO"
    question = {"role": "user", "content": "hello"}
    answer = {"role": "assistant", "content": "HELLO"}
    assert list(history) == [question, answer]


def test_the_second_turn():
    """The history returned goes into the next turn and grows by one pair.

    返回的历史传给下一轮，再增加一对消息。
    """
    model, tokenizer = ToyModel(), ToyTokenizer()
    _, history = chat(model, tokenizer, "one", None)
    response, history = chat(model, tokenizer, "two", history)
    assert response == "TWO"
    contents = [message["content"] for message in history]
    assert contents == ["one", "ONE", "two", "TWO"]


def test_the_history_passed_in_stays_as_it_was():
    """An empty history is not filled by the turn.

    传入的空历史不会被这一轮填上内容。
    """
    old = []
    chat(ToyModel(), ToyTokenizer(), "hi", old)
    assert old == []
