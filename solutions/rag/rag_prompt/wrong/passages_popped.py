"""The passages are popped off the caller's list.

从调用者的列表里 pop 段落。

caught by: test_the_passages_are_not_modified
"""

from collections.abc import Callable


def build_prompt(question: str, passages: list[str], budget: int, count_tokens: Callable[[str], int]) -> str:
    prompt = render(question, [])
    if count_tokens(prompt) > budget:
        raise ValueError('the question alone exceeds the budget')
    taken: list[str] = []
    while passages:
        passage = passages.pop(0)
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
