"""A question over the budget comes back as it is.

问题超出预算时原样返回。

caught by: test_a_question_over_the_budget_raises_value_error
"""

from collections.abc import Callable


def build_prompt(question: str, passages: list[str], budget: int, count_tokens: Callable[[str], int]) -> str:
    prompt = render(question, [])
    if count_tokens(prompt) > budget:
        return prompt
    taken: list[str] = []
    for passage in passages:
        longer = render(question, [*taken, passage])
        if count_tokens(longer) <= budget:
            taken.append(passage)
            prompt = longer
    return prompt


def render(question: str, passages: list[str]) -> str:
    lines = [f'[{n}] {passage}' for n, passage in enumerate(passages, 1)]
    if lines:
        lines.append('')
    return '\n'.join([*lines, f'Question: {question}', 'Answer:'])
