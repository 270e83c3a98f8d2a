"""The hidden suite of word_dropout.

Statistics have bounds six standard deviations wide: a right solution fails less than once in a million times.
"""

import pytest

from grader.judge.suite import raises, require, same, unchanged

LONG = 10_000


@pytest.fixture
def support(submission, support):
    _ = submission.word_dropout  # a file that lacks it is told so here
    return support


def words(result):
    """The result, known to be a list of strings."""
    plain = isinstance(result, list | tuple) and all(isinstance(token, str) for token in result)
    require(plain, "The result must be a list of strings.", "结果应为字符串列表。", result)
    return result


def test_without_dropout_nothing_goes(submission):
    """With p = 0 all tokens stay.

    p = 0 时所有 token 都留下。
    """
    tokens = [str(i) for i in range(200)]
    same(submission.word_dropout(tokens, 0.0, 3), tokens)


@pytest.mark.points(2)
def test_the_order_is_kept(submission):
    """The tokens that stay stand in their order, each as often as before at most.

    留下的 token 顺序不变，也不会变多。
    """
    found = words(submission.word_dropout([str(i) for i in range(2000)], 0.5, 7))
    numbers = [int(token) if token.isdecimal() else -1 for token in found]
    rising = all(a < b for a, b in zip([-1, *numbers], numbers, strict=False))
    require(rising and numbers[-1:] < [2000], "The tokens are not in their order.", "token 的顺序变了。", found)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="p is the probability of going, not of staying.",
    zh="p 是去掉的概率，不是留下的概率。",
)
@pytest.mark.parametrize("p", [0.1, 0.7])
def test_a_share_of_p_goes(submission, p):
    """Of 10,000 equal tokens about p go: each is decided by a number of its own.

    10,000 个相同的 token 中，大约 p 的比例被去掉：每个都由各自的随机数决定。
    """
    share = 1 - len(words(submission.word_dropout(["a"] * LONG, p, 11))) / LONG
    en, zh = f"About {p} of the tokens should go.", f"应有大约 {p} 的 token 被去掉。"
    require(abs(share - p) < 6 * (p * (1 - p) / LONG) ** 0.5, en, zh, share)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="A fixed number of tokens, such as int(p * len(tokens)), is not a probability.",
    zh="去掉固定个数，例如 int(p * len(tokens))，并不等于按概率去掉。",
)
def test_a_short_sentence_loses_its_share(support):
    """Over 2000 seeds the middle token of 3 goes with probability 1/4.

    2000 个种子下，3 个 token 中间的那个以 1/4 的概率被去掉。
    """
    quarter_goes(support, "b")


@pytest.mark.hint(
    en="No place in the sentence is special.",
    zh="句子里没有哪个位置是特殊的。",
)
def test_the_ends_go_as_often_as_the_middle(support):
    """The first and the last token go with probability 1/4, too.

    首尾两个 token 同样以 1/4 的概率被去掉。
    """
    quarter_goes(support, "ac")


def quarter_goes(support, tokens):
    runs = support.with_seeds(list("abc"), 0.25, 2000)
    kept = [token for run in (runs if isinstance(runs, list) else []) for token in words(run)]
    for token in tokens:
        share = 1 - kept.count(token) / 2000
        en, zh = f"Token {token} should go in a quarter of the runs.", f"{token} 应在四分之一的调用中被去掉。"
        require(abs(share - 0.25) < 0.074, en, zh, share)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="What do you return when every token was left out?",
    zh="每个 token 都被去掉时，你返回什么？",
)
def test_a_sentence_never_becomes_empty(support):
    """Sentences of one and two tokens keep at least one, whatever the seed.

    一两个 token 的句子，无论种子是什么，都至少留下一个。
    """
    same(support.with_seeds(["a"], 0.9, 200), [["a"]] * 200)
    runs = support.with_seeds(["a", "b"], 0.9, 200)
    for run in runs if isinstance(runs, list) else [runs]:
        found = words(run)
        fine = list(found) in (["a"], ["b"], ["a", "b"])
        require(fine, "It must be a part of [a, b], and not empty.", "结果应是 [a, b] 的非空部分。", found)


def test_an_empty_list_stays_empty(submission):
    """Without tokens there is nothing to keep.

    没有 token 时，结果也是空的。
    """
    same(submission.word_dropout([], 0.5, 1), [])


@pytest.mark.hint(
    en="Does the seed reach the generator that decides?",
    zh="种子有没有传给真正做决定的那个生成器？",
)
def test_the_same_seed_gives_the_same_result(submission):
    """A call can be repeated, also after one with another seed, and for the seed 0.

    同样的调用可以重现，中间换过种子也一样；种子为 0 时同样如此。
    """
    tokens = [str(i) for i in range(500)]
    for seed in (5, 0):
        first = words(submission.word_dropout(tokens, 0.5, seed))
        submission.word_dropout(tokens, 0.5, 6)
        same(submission.word_dropout(tokens, 0.5, seed), first)


def test_another_seed_gives_another_result(submission):
    """Different seeds leave out different tokens.

    种子不同，去掉的 token 也不同。
    """
    tokens = [str(i) for i in range(500)]
    first, second = (list(words(submission.word_dropout(tokens, 0.5, seed))) for seed in (5, 6))
    require(first != second, "Two seeds give the same result.", "两个种子得到同样的结果。", first)


def test_a_probability_outside_the_range_is_an_error(submission):
    """p below 0, p = 1 and p above 1 raise ValueError.

    p 小于 0、等于 1、大于 1，都抛出 ValueError。
    """
    for p in (-0.1, 1.0, 1.5):
        raises(ValueError, submission.word_dropout, ["a", "b"], p, 1)


@pytest.mark.hint(
    en="remove, pop and del change the caller's list.",
    zh="remove、pop 和 del 会改动调用者的列表。",
)
def test_the_tokens_stay_as_they_were(submission):
    """The list that is passed in is the same after the call.

    调用之后，传入的列表保持原样。
    """
    unchanged(submission.word_dropout, [str(i) for i in range(50)], 0.5, 1)
