"""The hidden suite of sft_labels; expected lists are written out by hand.

The tokenizer of `support` reads numbers, so that "7 8" gives [7, 8].
"""

import numpy as np
import pytest

from grader.judge.suite import raises, require, same, unchanged

ROLES = {"system": 3, "user": 1, "assistant": 2}
EOS = 0
NO = -100


def chat(*turns):
    """Messages from "user: 7 8" and the like."""
    return [dict(zip(("role", "content"), turn.split(": "), strict=True)) for turn in turns]


@pytest.fixture
def given(submission, support):
    """The rest of the arguments: the tokenizer, the roles, the eos."""
    _ = submission.sft_example  # a file that lacks it is told so here
    return support.encoder(), ROLES, EOS


@pytest.mark.points(2)
def test_a_message_is_role_content_eos(submission, given):
    """Each message is its role's id, the ids of its content and the eos, in order; line breaks (10) are content, too.

    每条消息依次是角色 id、内容的各个 id 和 eos，按顺序相接；换行（10）也是内容。
    """
    found = submission.sft_example(chat("assistant: \n5", "assistant: 6 7\n"), *given, 50)
    same(found, ([2, 10, 5, EOS, 2, 6, 7, 10, EOS], [NO, 10, 5, EOS, NO, 6, 7, 10, EOS]))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Which positions should the model learn to produce?",
    zh="哪些位置是模型要学会生成的？",
)
def test_only_the_assistant_is_learned(submission, given):
    """Labels stand where an assistant's content and the eos behind it stand, in every turn.

    每一轮中，只有 assistant 的内容及其后的 eos 有标签。
    """
    messages = chat("system: 9", "user: 5 6", "assistant: 7", "user: 8", "assistant: 4 4")
    found = submission.sft_example(messages, *given, 50)
    ids = [3, 9, EOS, 1, 5, 6, EOS, 2, 7, EOS, 1, 8, EOS, 2, 4, 4, EOS]
    same(found, (ids, [NO] * 8 + [7, EOS] + [NO] * 4 + [4, 4, EOS]))


@pytest.mark.hint(
    en="Decide by position, not by comparing ids.",
    zh="按位置判断，不要比较 id 的值。",
)
def test_the_value_of_an_id_does_not_matter(submission, given):
    """Ids in a content that equal the eos or a role's id are content like any other.

    内容里等于 eos 或角色 id 的 id，与其他内容一视同仁。
    """
    found = submission.sft_example(chat("user: 0 2 7 0", "assistant: 1 0 7"), *given, 50)
    same(found, ([1, 0, 2, 7, 0, EOS, 2, 1, 0, 7, EOS], [NO] * 7 + [1, 0, 7, EOS]))


def test_an_empty_content_has_its_eos(submission, given):
    """An empty answer is just the eos, which is learned; an empty question isn't.

    空的回答只有 eos，要学习；空的提问不学习。
    """
    messages = [{"role": "user", "content": ""}, {"role": "assistant", "content": ""}]
    same(submission.sft_example(messages, *given, 50), ([1, EOS, 2, EOS], [NO, NO, NO, EOS]))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Cut the end of the whole conversation, in both lists alike.",
    zh="从整段对话的末尾截断，两个列表一样长。",
)
def test_both_lists_are_cut_at_the_end(submission, given):
    """What goes beyond max_len is cut from the end, also in the middle of an answer.

    超出 max_len 的部分从末尾截掉，可能截在回答中间。
    """
    found = submission.sft_example(chat("user: 5", "assistant: 6 7 8"), *given, 6)
    same(found, ([1, 5, EOS, 2, 6, 7], [NO, NO, NO, NO, 6, 7]))


def test_a_conversation_of_exactly_max_len_is_whole(submission, given):
    """A conversation that fills max_len exactly is not cut.

    总长恰好等于 max_len 的对话不截断。
    """
    result = submission.sft_example(chat("assistant: 6 7"), *given, 4)
    two = isinstance(result, list | tuple) and len(result) == 2
    require(two, "It must return (input_ids, labels).", "应返回 (input_ids, labels)。", result)
    ids, labels = result
    same(ids, [2, 6, 7, EOS])
    labels = labels.tolist() if isinstance(labels, np.ndarray) else labels
    same(labels[1:] if isinstance(labels, list | tuple) else labels, [6, 7, EOS])


@pytest.mark.hint(
    en="Look at the labels after the cut, not before.",
    zh="要看截断之后的标签，而不是之前的。",
)
def test_nothing_to_learn_is_an_error(submission, given):
    """No answer, or none left after the cut but the assistant's role id, raises ValueError.

    没有回答，或截断之后只剩 assistant 的角色 id，都抛出 ValueError。
    """
    raises(ValueError, submission.sft_example, chat("system: 4", "user: 5"), *given, 50)
    raises(ValueError, submission.sft_example, chat("user: 5", "assistant: 6 7"), *given, 4)
    same(submission.sft_example(chat("user: 5", "assistant: 6"), *given, 5), ([1, 5, EOS, 2, 6], [NO] * 4 + [6]))


@pytest.mark.hint(
    en="A missing key of a dict raises a KeyError, which is no ValueError.",
    zh="字典里没有的键会抛出 KeyError，它不是 ValueError。",
)
def test_an_unknown_role_is_an_error(submission, given):
    """A role that is not in role_ids raises ValueError.

    role_ids 里没有的角色抛出 ValueError。
    """
    raises(ValueError, submission.sft_example, chat("tool: 5", "assistant: 6"), *given, 50)


def test_an_unknown_role_behind_the_cut_is_an_error(submission, given):
    """An unknown role raises ValueError even where its message would be cut away.

    未知角色的消息即使会被截掉，也抛出 ValueError。
    """
    raises(ValueError, submission.sft_example, chat("assistant: 6 7", "tool: 5"), *given, 3)


def test_other_roles_may_have_other_ids(submission, support):
    """The roles, their ids and the eos are those that are passed in.

    角色、角色 id 和 eos 都以传入的为准。
    """
    found = submission.sft_example(
        chat("tool: 5", "assistant: 6"), support.encoder(), {"tool": 8, "assistant": 9}, 4, 50
    )
    same(found, ([8, 5, 4, 9, 6, 4], [NO, NO, NO, NO, 6, 4]))


def test_the_arguments_stay_as_they_were(submission, given):
    """The messages and the roles are the same after the call.

    调用之后，消息和角色保持原样。
    """
    unchanged(submission.sft_example, chat("user: 5", "assistant: 6 7"), *given, 5)
