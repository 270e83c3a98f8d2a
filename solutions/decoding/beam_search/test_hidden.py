"""The hidden suite of beam_search. The models are lent: they run in the judge. No two sums are equal.

Values are worked by hand; with a beam that holds everything the search is exact, so an enumeration is the oracle.
"""

import itertools
import math

import numpy as np
import pytest

from grader.judge.suite import close, lend, raises

LN = math.log
TABLE = {(): [0.6, 0.3, 0.1], (0,): [0.5, 0.3, 0.2], (1,): [0.06, 0.04, 0.9], (0, 0): [0.4, 0.35, 0.25]}
FOUR = {(): [0.9, 0.1], (0,): [0.8, 0.2], (0, 0): [0.7, 0.3], (0, 0, 0): [0.4, 0.6]}


def tree(table):
    """A model with the probabilities of `table`, by the ids so far."""

    def next_log_probs(ids):
        with np.errstate(divide="ignore"):
            return np.log(np.array(table[tuple(int(i) for i in ids)]))

    return lend(next_log_probs)


def random_table(rng, size, depth):
    """Probabilities after every prefix of fewer than `depth` ids."""
    prefixes = itertools.chain.from_iterable(itertools.product(range(size), repeat=n) for n in range(depth))
    return {prefix: rng.dirichlet(np.ones(size)) for prefix in prefixes}


@pytest.mark.points(2)
def test_a_wider_beam_finds_what_greedy_misses(submission):
    """With a beam of 2 the second-best first token leads to the best text.

    束大小为 2 时，第一步排第二的 token 通向最好的文本。
    """
    close(submission.beam_search(tree(TABLE), 2, 2, 3), [([1, 2], LN(0.27)), ([0, 0, 0], LN(0.12))])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Sort the continuations of all hypotheses in one list. Both of the best may have the same parent.",
    zh="把所有假设的后续放在同一个列表里排序。最好的两个可能来自同一个父假设。",
)
def test_all_continuations_compete_with_each_other(submission):
    """Both hypotheses of the second step come from [0]: 0.8 · 0.5 and 0.8 · 0.4 beat all that begins with 1.

    第二步的两个假设都来自 [0]：0.8 · 0.5 和 0.8 · 0.4 胜过所有以 1 开头的。
    """
    table = {(): [0.8, 0.2, 0.0], (0,): [0.5, 0.4, 0.1], (1,): [0.1, 0.9, 0.0]}
    close(submission.beam_search(tree(table), 2, 9, 2), [([0, 0], LN(0.4)), ([0, 1], LN(0.32))])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Cut to the beam first, then set the finished ones aside.",
    zh="先截到束的大小，再把已结束的分出来。",
)
def test_a_finished_hypothesis_uses_up_a_place(submission):
    """With a beam of 2, [0] and [2] are kept in the first step; [1] is not, though [2] is finished.

    束大小为 2 时，第一步保留 [0] 和 [2]；虽然 [2] 已结束，[1] 也不保留。
    """
    table = {(): [0.4, 0.25, 0.35], (0,): [0.3, 0.29, 0.41], (1,): [0.0, 0.0, 1.0]}
    close(submission.beam_search(tree(table), 2, 2, 2), [([2], LN(0.35)), ([0, 2], LN(0.164))])


@pytest.mark.hint(
    en="One live hypothesis can fill the whole beam again in the next step.",
    zh="一个活着的假设，下一步又可以填满整个束。",
)
def test_the_next_step_keeps_a_full_beam_again(submission):
    """After one of two hypotheses has finished, the other one has two continuations kept.

    两个假设中的一个结束后，另一个仍可保留两个后续。
    """
    table = {(): [0.75, 0.05, 0.2], (0,): [0.55, 0.45, 0.0]}
    close(submission.beam_search(tree(table), 2, 2, 2), [([0, 0], LN(0.4125)), ([0, 1], LN(0.3375))])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Go on while any hypothesis is alive and there are steps left.",
    zh="只要还有活着的假设、步数还有剩，就继续。",
)
def test_the_search_goes_on_after_the_first_end(submission):
    """With alpha = 1 a longer text that ends later beats the one that ended first.

    alpha = 1 时，较晚结束的长文本胜过先结束的。
    """
    table = {(): [0.6, 0.0, 0.4], (0,): [0.95, 0.0, 0.05], (0, 0): [0.1, 0.0, 0.9]}
    due = [([0, 0, 2], LN(0.6 * 0.95 * 0.9) / 3), ([2], LN(0.4))]
    close(submission.beam_search(tree(table), 2, 2, 3, 1.0), due)


@pytest.mark.hint(
    en="Set finished hypotheses aside: nothing follows the end token.",
    zh="把已结束的假设放到一边：结束 token 之后不再有内容。",
)
def test_a_finished_hypothesis_is_not_continued(submission):
    """With an end token that is certain the search ends after one step, whatever max_len is.

    结束 token 的概率为 1 时，无论 max_len 是多少，一步之后就结束。
    """
    close(submission.beam_search(tree({(): [0.0, 1.0]}), 3, 1, 5), [([1], 0.0)])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="After max_len steps the live ones are results, too.",
    zh="走完 max_len 步后，活着的假设也是结果。",
)
def test_live_and_finished_ones_are_ranked_together(submission):
    """A live hypothesis comes before a finished one whose score is lower, even where enough have finished.

    活着的假设排在分数更低的已结束假设之前，即使已结束的已经够多。
    """
    table = {(): [0.6, 0.35, 0.05], (0,): [0.3, 0.25, 0.45], (1,): [0.9, 0.06, 0.04]}
    close(submission.beam_search(tree(table), 2, 2, 2), [([1, 0], LN(0.315)), ([0, 2], LN(0.27))])
    table = {(): [0.6, 0.0, 0.4], (0,): [0.55, 0.0, 0.45]}
    close(submission.beam_search(tree(table), 2, 2, 2), [([2], LN(0.4)), ([0, 0], LN(0.33))])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="score = sum / length ** alpha.",
    zh="score = sum / length ** alpha。",
)
def test_alpha_divides_by_a_power_of_the_length(submission):
    """With alpha = 1/2 a sum over 4 ids is halved.

    alpha = 1/2 时，4 个 id 的总和除以 2。
    """
    close(submission.beam_search(tree(FOUR), 1, 9, 4, 0.5), [([0, 0, 0, 1], LN(0.9 * 0.8 * 0.7 * 0.6) / 2)])


@pytest.mark.hint(en="The end token is one of the ids.", zh="结束 token 也是一个 id。")
def test_the_end_token_counts_in_the_length(submission):
    """The same four ids have the same score where the last one is the end token.

    同样的四个 id，最后一个是结束 token 时，分数不变。
    """
    close(submission.beam_search(tree(FOUR), 1, 1, 4, 0.5), [([0, 0, 0, 1], LN(0.9 * 0.8 * 0.7 * 0.6) / 2)])


@pytest.mark.hint(
    en="A place in the beam that no possible continuation can take stays empty.",
    zh="没有可能的后续时，束里的位置就空着。",
)
def test_an_impossible_continuation_is_never_kept(submission):
    """With two possible texts a beam of 5 returns two.

    只有两种可能的文本时，大小为 5 的束返回两个。
    """
    table = {(): [0.7, 0.0, 0.3], (0,): [0.0, 0.0, 1.0]}
    close(submission.beam_search(tree(table), 5, 2, 2), [([0, 2], LN(0.7)), ([2], LN(0.3))])


@pytest.mark.hint(
    en="Over several steps more than `beam` hypotheses may finish. Cut the result, too.",
    zh="多步下来，结束的假设可能多于 `beam` 个。结果也要截断。",
)
def test_the_result_holds_at_most_beam_texts(submission):
    """Three hypotheses finish, one in each step; with a beam of 2 the best two come back.

    三步各有一个假设结束；束大小为 2 时返回最好的两个。
    """
    table = {(1,) * n: [0.45, 0.55] for n in range(3)}
    close(submission.beam_search(tree(table), 2, 0, 3), [([0], LN(0.45)), ([1, 0], LN(0.2475))])


@pytest.mark.points(2)
def test_a_beam_that_holds_everything_is_an_exact_search(submission, rng):
    """With a beam larger than the number of texts, all texts come back in the order of their scores.

    束大于文本总数时，所有文本按分数排序返回。
    """
    table, size, eos, depth, alpha = random_table(rng, 4, 3), 4, 1, 3, 0.7
    whole = []
    for n in range(1, depth + 1):
        for ids in itertools.product(range(size), repeat=n):
            if eos not in ids[:-1] and (ids[-1] == eos or n == depth):
                total = sum(LN(table[ids[:i]][ids[i]]) for i in range(n))
                whole.append((list(ids), total / n**alpha))
    due = sorted(whole, key=lambda pair: -pair[1])
    close(submission.beam_search(tree(table), 99, eos, depth, alpha), due)


@pytest.mark.parametrize("beam", [0, -1])
def test_a_beam_below_one_raises_value_error(submission, beam):
    """A beam of 0 or less raises ValueError.

    束大小不大于 0 时抛出 ValueError。
    """
    raises(ValueError, submission.beam_search, tree(TABLE), beam, 2, 3)
