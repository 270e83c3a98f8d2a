"""A generation loop. The statement holds the contract."""

from collections.abc import Callable, Sequence

import numpy as np

Array = np.ndarray


def generate(
    next_logits: Callable[[list[int]], Array],
    prompt: list[int],
    max_new_tokens: int,
    eos_id: int,
    temperature: float = 1.0,
    top_p: float = 1.0,
    uniforms: Sequence[float] = (),
) -> list[int]:
    """Return the prompt and the ids generated after it.

    Stops after a new ``eos_id`` (kept) or ``max_new_tokens`` new ids;
    ``temperature == 0`` is greedy.
    """
    raise NotImplementedError
