"""A prompt within a token budget, written to be read.

Rendering and choosing are kept apart: `render` knows the format, and the
loop only asks whether what it renders fits. So the budget holds for exactly
the text that is sent.
"""

from collections.abc import Callable


def build_prompt(
    question: str,
    passages: list[str],
    budget: int,
    count_tokens: Callable[[str], int],
) -> str:
    """Return a prompt with the passages that fit, tried in order."""
    prompt = render(question, [])
    if count_tokens(prompt) > budget:
        raise ValueError("the question alone exceeds the budget")
    taken: list[str] = []
    for passage in passages:
        # The trap: counts of parts do not add up to the count of the whole.
        longer = render(question, [*taken, passage])
        if count_tokens(longer) <= budget:
            taken.append(passage)
            prompt = longer
    return prompt


def render(question: str, passages: list[str]) -> str:
    """Return the prompt with all of these passages."""
    lines = [f"[{n}] {passage}" for n, passage in enumerate(passages, 1)]
    if lines:
        lines.append("")
    return "\n".join([*lines, f"Question: {question}", "Answer:"])
