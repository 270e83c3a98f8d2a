"""Strips the content before encoding it, so line breaks at its ends are lost.

编码前先去掉内容首尾的空白，开头和结尾的换行就丢了。

caught by: test_a_message_is_role_content_eos
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
        answer = [*encode(message["content"].strip()), eos_id]
        learned = role == "assistant"
        input_ids += [role_ids[role], *answer]
        labels += [IGNORED, *(answer if learned else [IGNORED] * len(answer))]

    input_ids, labels = input_ids[:max_len], labels[:max_len]
    if all(label == IGNORED for label in labels):
        raise ValueError("nothing to learn is left")
    return input_ids, labels
