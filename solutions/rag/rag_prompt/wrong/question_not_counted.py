"""Only the lines of passages are counted.

只统计了段落的行，没有算上问题。

caught by: test_a_prompt_may_use_the_whole_budget
also fails: test_a_passage_that_does_not_fit_is_skipped,
test_a_question_over_the_budget_raises_value_error,
test_counts_need_not_add_up, test_numbers_have_no_gaps,
test_passages_are_taken_in_order, test_the_passages_are_not_modified,
test_where_no_passage_fits_the_question_stands_alone
"""

from collections.abc import Callable


def build_prompt(question: str, passages: list[str], budget: int, count_tokens: Callable[[str], int]) -> str:
    prompt = render(question, [])
    if count_tokens(prompt) > budget:
        raise ValueError('the question alone exceeds the budget')
    taken: list[str] = []
    prompt_end = '\n' + prompt
    for passage in passages:
        longer = render(question, [*taken, passage])
        if count_tokens(longer[:-len(prompt_end)]) <= budget:
            taken.append(passage)
            prompt = longer
    return prompt


def render(question: str, passages: list[str]) -> str:
    lines = [f'[{n}] {passage}' for n, passage in enumerate(passages, 1)]
    if lines:
        lines.append('')
    return '\n'.join([*lines, f'Question: {question}', 'Answer:'])
