"""The prompt ends with a line break.

提示末尾多了一个换行符。

caught by: test_all_passages_fit
also fails: test_a_prompt_may_use_the_whole_budget,
test_a_question_over_the_budget_raises_value_error,
test_counts_need_not_add_up, test_numbers_have_no_gaps,
test_equal_passages_are_both_taken, test_passages_are_taken_in_order,
test_the_passages_are_not_modified,
test_where_no_passage_fits_the_question_stands_alone,
test_without_passages_the_question_stands_alone
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
    return prompt + '\n'


def render(question: str, passages: list[str]) -> str:
    lines = [f'[{n}] {passage}' for n, passage in enumerate(passages, 1)]
    if lines:
        lines.append('')
    return '\n'.join([*lines, f'Question: {question}', 'Answer:'])
