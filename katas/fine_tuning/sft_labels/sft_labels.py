"""Labels for instruction tuning. The statement holds the contract."""

from collections.abc import Callable


def sft_example(
    messages: list[dict[str, str]],
    encode: Callable[[str], list[int]],
    role_ids: dict[str, int],
    eos_id: int,
    max_len: int,
) -> tuple[list[int], list[int]]:
    """Return the input ids and the labels of a conversation."""
    raise NotImplementedError
