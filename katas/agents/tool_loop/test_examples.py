"""The visible examples: run them with ``pytest`` beside your own file."""

import pytest
from support import call, script, toolbox
from tool_loop import parse_calls, run_agent

ARGUMENTS = '{"a": 2, "b": 3}'


def test_calls_are_found_between_the_tags():
    """Text around the tags doesn't matter.

    标签周围的文本不影响结果。
    """
    text = f"Let me see. {call('add', ARGUMENTS)} Done."
    due = [{"name": "add", "arguments": {"a": 2, "b": 3}}]
    assert parse_calls(text) == due
    assert parse_calls("It is 5.") == []


def test_an_open_tag_is_an_error():
    """A tag that is left open raises ValueError.

    标签没有闭合时抛出 ValueError。
    """
    with pytest.raises(ValueError):  # noqa: PT011 - any message will do
        parse_calls('<tool_call>{"name": "add", "arguments": {}}')


def test_a_call_and_an_answer():
    """The result of the tool goes into the messages.

    工具的结果写进消息里。
    """
    first = call("add", ARGUMENTS)
    model = script(first, " It is 5.\n")
    answer, messages = run_agent(model, toolbox(), "2 + 3?")
    assert answer == "It is 5."
    assert list(messages) == [
        {"role": "user", "content": "2 + 3?"},
        {"role": "assistant", "content": first},
        {"role": "tool", "name": "add", "content": "5"},
        {"role": "assistant", "content": " It is 5.\n"},
    ]


def test_an_error_is_handed_back_to_the_model():
    """Division by zero gives a message, and the loop goes on.

    除以零产生一条消息，循环继续。
    """
    model = script(call("divide", '{"a": 1, "b": 0}'), "Impossible.")
    answer, messages = run_agent(model, toolbox(), "1 / 0?")
    assert answer == "Impossible."
    assert messages[2]["content"].startswith("error:")
