"""The counts of the lines are added up, or a blank line is not counted.

把各行的 token 数相加，或者没有计入空行。

caught by: test_counts_need_not_add_up
"""

from collections.abc import Callable


def build_prompt(question: str, passages: list[str], budget: int, count_tokens: Callable[[str], int]) -> str:
    prompt = render(question, [])
    if count_tokens(prompt) > budget:
        raise ValueError('the question alone exceeds the budget')
    taken: list[str] = []
    for passage in passages:
        longer = render(question, [*taken, passage])
        if sum(map(count_tokens, longer.splitlines(keepends=True))) <= budget:
            taken.append(passage)
            prompt = longer
    return prompt


def render(question: str, passages: list[str]) -> str:
    lines = [f'[{n}] {passage}' for n, passage in enumerate(passages, 1)]
    if lines:
        lines.append('')
    return '\n'.join([*lines, f'Question: {question}', 'Answer:'])
