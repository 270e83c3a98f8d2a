"""An error is raised where no passage fits, though the question does.

问题放得下、段落都放不下时，也抛出了异常。

caught by: test_where_no_passage_fits_the_question_stands_alone
also fails: test_a_prompt_may_use_the_whole_budget,
test_a_question_over_the_budget_raises_value_error, test_counts_need_not_add_up
"""

from collections.abc import Callable


def build_prompt(question: str, passages: list[str], budget: int, count_tokens: Callable[[str], int]) -> str:
    prompt = render(question, [])
    if count_tokens(prompt) > budget:
        raise ValueError('the question alone exceeds the budget')
    taken: list[str] = []
    for passage in passages:
        longer = render(question, [*taken, passage])
        if count_tokens(longer) <= budget:
            taken.append(passage)
            prompt = longer
    if passages and not taken:
        raise ValueError('no passage fits')
    return prompt


def render(question: str, passages: list[str]) -> str:
    lines = [f'[{n}] {passage}' for n, passage in enumerate(passages, 1)]
    if lines:
        lines.append('')
    return '\n'.join([*lines, f'Question: {question}', 'Answer:'])
