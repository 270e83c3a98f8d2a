"""The shortest passages are taken first, to fit in as many as possible.

先选最短的段落，好放进尽量多的段落。

caught by: test_passages_are_taken_in_order
also fails: test_counts_need_not_add_up, test_numbers_have_no_gaps
"""

from collections.abc import Callable


def build_prompt(question: str, passages: list[str], budget: int, count_tokens: Callable[[str], int]) -> str:
    prompt = render(question, [])
    if count_tokens(prompt) > budget:
        raise ValueError('the question alone exceeds the budget')
    taken: list[str] = []
    for passage in sorted(passages, key=len):
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
