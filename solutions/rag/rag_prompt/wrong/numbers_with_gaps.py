"""The passages keep the numbers that they had before the choice.

段落保留了选择之前的编号，出现空号。

caught by: test_numbers_have_no_gaps
also fails: test_passages_are_taken_in_order,
test_the_passages_are_not_modified
"""

from collections.abc import Callable


def build_prompt(question: str, passages: list[str], budget: int, count_tokens: Callable[[str], int]) -> str:
    prompt = render(question, [])
    if count_tokens(prompt) > budget:
        raise ValueError('the question alone exceeds the budget')
    taken: list[str] = []
    for passage in enumerate(passages, 1):
        longer = render(question, [*taken, passage])
        if count_tokens(longer) <= budget:
            taken.append(passage)
            prompt = longer
    return prompt


def render(question: str, passages: list[str]) -> str:
    lines = [f'[{n}] {passage}' for n, passage in passages]
    if lines:
        lines.append('')
    return '\n'.join([*lines, f'Question: {question}', 'Answer:'])
