"""Decoding with a key-value cache. The statement holds the contract."""

from collections.abc import Callable

import numpy as np

Array = np.ndarray


def generate_cached(
    model: Callable[[list[int], object | None], tuple[Array, object]],
    prompt: list[int],
    max_new_tokens: int,
    eos_id: int,
) -> list[int]:
    """Return the prompt and the ids generated after it, greedily.

    ``model(ids, cache)`` gives (logits, new cache). The prompt is fed once,
    then one id a call.
    """
    raise NotImplementedError
