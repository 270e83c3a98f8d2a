"""The eos behind an answer is not learned, so the model never stops.

回答后面的 eos 没有学习，模型停不下来。

caught by: test_an_empty_content_has_its_eos
also fails: test_a_conversation_of_exactly_max_len_is_whole,
test_a_message_is_role_content_eos, test_only_the_assistant_is_learned,
test_other_roles_may_have_other_ids, test_the_value_of_an_id_does_not_matter
"""

from collections.abc import Callable

IGNORED = -100  # what the cross-entropy of PyTorch ignores


def sft_example(
    messages: list[dict[str, str]],
    encode: Callable[[str], list[int]],
    role_ids: dict[str, int],
    eos_id: int,
    max_len: int,
) -> tuple[list[int], list[int]]:
    """Return the input ids and the labels of a conversation."""
    input_ids: list[int] = []
    labels: list[int] = []
    for message in messages:
        role = message["role"]
        if role not in role_ids:
            raise ValueError(f"unknown role: {role}")
        # The trap: the eos belongs to the answer, or the model never stops.
        answer = [*encode(message["content"]), eos_id]
        learned = role == "assistant"
        input_ids += [role_ids[role], *answer]
        labels += [IGNORED, *(answer[:-1] if learned else [IGNORED] * (len(answer) - 1)), IGNORED]

    input_ids, labels = input_ids[:max_len], labels[:max_len]
    if all(label == IGNORED for label in labels):
        raise ValueError("nothing to learn is left")
    return input_ids, labels
