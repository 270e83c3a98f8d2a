"""The hidden suite of rag_prompt. The tokenizers are lent: they run in the judge. Expected prompts are written out."""

import pytest

from grader.judge.suite import lend, raises, require, same, unchanged

ALONE = "Question: why?\nAnswer:"  # 3 words, 22 characters


def words(text):
    return len(text.split())


def with_passages(*lines):
    return "\n".join([*lines, "", ALONE])


@pytest.mark.points(2)
def test_all_passages_fit(submission):
    """Each passage has a line with its number; a blank line and the question follow, without a last line break.

    每个段落一行并带编号，然后是空行和问题，末尾没有换行符。
    """
    passages = [f" passage {n} " for n in range(1, 11)]  # the spaces belong to the passages
    due = with_passages(*(f"[{n}]  passage {n} " for n in range(1, 11)))
    same(submission.build_prompt("why?", passages, 1000, lend(words)), due)


@pytest.mark.hint(
    en="Don't drop a passage because you have seen its text before.",
    zh="不要因为文本相同就丢掉段落。",
)
def test_equal_passages_are_both_taken(submission):
    """Of two equal passages both are taken, and each has its own number.

    两个相同的段落都要放进去，各有各的编号。
    """
    due = with_passages("[1] b", "[2] a", "[3] b")
    same(submission.build_prompt("why?", ["b", "a", "b"], 1000, lend(words)), due)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="The blank line belongs to the passages.",
    zh="空行是和段落一起出现的。",
)
def test_without_passages_the_question_stands_alone(submission):
    """Without passages the prompt is the last two lines.

    没有段落时，提示只有最后两行。
    """
    same(submission.build_prompt("why?", [], 1000, lend(words)), ALONE)


def test_where_no_passage_fits_the_question_stands_alone(submission):
    """Where no passage fits the prompt is the last two lines, too.

    一个段落都放不下时，提示也只有最后两行。
    """
    same(submission.build_prompt("why?", ["a b c", "d e"], 5, lend(words)), ALONE)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Go on after a passage that does not fit: a shorter one may follow.",
    zh="遇到放不下的段落要继续往下试，后面可能有更短的。",
)
def test_a_passage_that_does_not_fit_is_skipped(submission):
    """Passages after one that is too long are tried.

    太长的段落之后，还要继续尝试。
    """
    found = submission.build_prompt("why?", ["one two", "far too long to fit", "three", "four"], 10, lend(words))
    require(
        isinstance(found, str) and "three" in found and "four" in found,
        en="Passages that fit are missing after one that does not.",
        zh="放不下的段落之后，放得下的段落没有出现。",
        actual=found,
    )


@pytest.mark.hint(
    en="Number what you took, not what you were given.",
    zh="给选中的段落编号，而不是沿用原来的序号。",
)
def test_numbers_have_no_gaps(submission):
    """After a passage that was skipped the numbers go on without a gap.

    跳过一个段落之后，编号接着往下排，没有空号。
    """
    due = with_passages("[1] one two", "[2] three")
    same(submission.build_prompt("why?", ["one two", "far too long to fit", "three"], 10, lend(words)), due)


@pytest.mark.hint(
    en="Take what fits in the order given; don't search for the best combination.",
    zh="按给定顺序，放得下就选，不要去找最优组合。",
)
def test_passages_are_taken_in_order(submission):
    """A long passage is taken though two short ones after it would fill the budget as well.

    长段落在前就先选它，哪怕后面两个短段落也能填满预算。
    """
    due = with_passages("[1] a b c", "[2] f")
    same(submission.build_prompt("why?", ["a b c", "d e", "f"], 9, lend(words)), due)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="The budget is a limit that may be reached.",
    zh="token 数可以恰好等于预算。",
)
def test_a_prompt_may_use_the_whole_budget(submission):
    """A prompt of exactly budget tokens is fine, and one token more is not.

    恰好用完预算没问题，多一个 token 就不行。
    """
    same(submission.build_prompt("why?", ["ab"], 5, lend(words)), with_passages("[1] ab"))
    same(submission.build_prompt("why?", ["ab"], 4, lend(words)), ALONE)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Count the prompt as a whole, each time. Sums of parts are off by special tokens and by rounding.",
    zh="每次都对整个提示计数。分段求和会因特殊 token 和取整而出错。",
)
def test_counts_need_not_add_up(submission):
    """A tokenizer may add two special tokens to any text, make a token of 1 to 8 characters, or count line breaks.

    有的分词器给任何文本都加两个特殊 token，有的每 8 个字符（不足也算）一个 token，有的把换行符也算上。
    """
    due = with_passages("[1] one two", "[2] three")
    for tokenizer in (lambda text: len(text.split()) + 2, lambda text: -(-len(text) // 8)):
        found = submission.build_prompt("why?", ["one two", "three", "four"], tokenizer(due), lend(tokenizer))
        same(found, due)
    due = with_passages("[1] ab")
    same(submission.build_prompt("why?", ["ab"], len(due), lend(len)), due)
    same(submission.build_prompt("why?", ["ab"], len(due) - 1, lend(len)), ALONE)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Check the question before any passage.",
    zh="先检查问题，再处理段落。",
)
def test_a_question_over_the_budget_raises_value_error(submission):
    """The two last lines alone may use the whole budget; with more there is a ValueError, passages or not.

    单是最后两行可以恰好用完预算；超出就抛出 ValueError，有没有段落都一样。
    """
    same(submission.build_prompt("why?", ["a"], 3, lend(words)), ALONE)
    raises(ValueError, submission.build_prompt, "why?", ["a"], 2, lend(words))
    raises(ValueError, submission.build_prompt, "why?", [], 2, lend(words))


@pytest.mark.hint(
    en="passages.pop(0) empties the caller's list.",
    zh="passages.pop(0) 会清空调用者的列表。",
)
def test_the_passages_are_not_modified(submission):
    """The list of passages is the same after the call.

    调用之后段落列表保持原样。
    """
    same(unchanged(submission.build_prompt, "why?", ["a b c", "d"], 5, lend(words)), with_passages("[1] d"))
