"""Lets an unknown role raise a KeyError.

未知角色抛出的是 KeyError。

caught by: test_an_unknown_role_is_an_error
also fails: test_an_unknown_role_behind_the_cut_is_an_error
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

        # The trap: the eos belongs to the answer, or the model never stops.
        answer = [*encode(message["content"]), eos_id]
        learned = role == "assistant"
        input_ids += [role_ids[role], *answer]
        labels += [IGNORED, *(answer if learned else [IGNORED] * len(answer))]

    input_ids, labels = input_ids[:max_len], labels[:max_len]
    if all(label == IGNORED for label in labels):
        raise ValueError("nothing to learn is left")
    return input_ids, labels
