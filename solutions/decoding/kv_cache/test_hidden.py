"""The hidden suite of kv_cache. The model is lent: it runs in the judge and keeps the record of its calls.

Its caches are tickets: each stands for the ids seen on the way to it, and the logits depend on all of them. So a
stale or missing cache gives other tokens.
"""

import numpy as np
import pytest

from grader.judge.suite import lend, require, same, unchanged


def following(ids):
    """The id after these, which depends on each of them and on its place."""
    value = 5
    for i in ids:
        value = (3 * value + i + 1) % 11
    return value


class Model:
    """Says what is `following`; `calls` are its (ids, number of ids behind the cache)."""

    def __init__(self, ticket=lambda number: number + 1):
        self.ticket = ticket
        self.seen = {}  # the ids behind each ticket
        self.calls = []

    def __call__(self, ids, cache):
        new = [int(i) for i in ids]
        before = [] if cache is None else self.seen[str(cache)]
        self.calls.append((new, len(before)))
        ticket = self.ticket(len(self.seen))
        self.seen[str(ticket)] = before + new
        return self.logits(before + new), ticket

    def logits(self, ids):
        return np.eye(11)[following(ids)]


class Undecided(Model):
    """Finds 3 and 5 equally good at each step."""

    def logits(self, ids):
        return np.array([0.0, 1.0, 0.0, 2.0, 1.0, 2.0, 0.0])


def due(prompt, count):
    ids = list(prompt)
    for _ in range(count):
        ids.append(following(ids))
    return ids


def generate(submission, model, *args):
    return submission.generate_cached(lend(model), *args)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Each call needs the cache that the call before returned.",
    zh="每次调用都要用上一次调用返回的缓存。",
)
def test_the_newest_cache_goes_into_the_next_call(submission):
    """The tokens depend on the prompt and on all new ids, so each call gets the cache of the one before.

    token 取决于提示词和所有新 id，所以每次调用都要传入上一次返回的缓存。
    """
    same(generate(submission, Model(), [3, 4, 6], 6, 99), due([3, 4, 6], 6))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="The first call gets the whole prompt at once, and None.",
    zh="第一次调用一次送入整个提示词，缓存传 None。",
)
def test_the_prompt_is_fed_in_one_call(submission):
    """The first call gets the whole prompt and no cache.

    第一次调用送入整个提示词，没有缓存。
    """
    model = Model()
    generate(submission, model, [3, 4, 6], 3, 99)
    en, zh = "The prompt must be fed in the first call, without a cache.", "第一次调用应送入整个提示词，不带缓存。"
    require(model.calls[:1] == [([3, 4, 6], 0)], en, zh, model.calls)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="After the prompt the cache holds everything but the newest id.",
    zh="提示词之后，除了最新的 id，其余都已在缓存里。",
)
def test_later_calls_get_the_newest_id_alone(submission):
    """After the prompt each call gets exactly one id: the newest.

    提示词之后，每次调用恰好送入一个 id，即最新的那个。
    """
    model = Model()
    generate(submission, model, [3, 4, 6], 4, 99)
    en, zh = "Each later call must get the newest id alone.", "之后每次调用只应送入最新的一个 id。"
    require([ids for ids, _ in model.calls[1:]] == [[i] for i in due([3, 4, 6], 3)[3:]], en, zh, model.calls)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Count: how many tokens came back, and how many calls were made? Where is the call in your loop?",
    zh="数一数：返回了几个 token，调用了几次？循环里的调用写在哪里？",
)
def test_n_new_tokens_take_n_calls(submission):
    """Five new tokens take five calls, and no new token takes none.

    五个新 token 用五次调用，没有新 token 就不调用。
    """
    for count in (5, 0):
        model = Model()
        same(generate(submission, model, [2], count, 99), due([2], count))
        en, zh = f"{count} new tokens take {count} calls.", f"{count} 个新 token 应恰好调用 {count} 次。"
        require(len(model.calls) == count, en, zh, model.calls)


@pytest.mark.hint(
    en="After the end token nothing is left to compute.",
    zh="结束 token 之后没有什么要计算的了。",
)
def test_no_call_follows_the_end_token(submission):
    """Three new tokens that end with the end token take three calls.

    以结束 token 收尾的三个新 token 用三次调用。
    """
    model, end = Model(), due([3], 3)[-1]
    generate(submission, model, [3], 20, end)
    en, zh = "Nothing may be computed after the end token.", "结束 token 之后不应再调用模型。"
    require(len(model.calls) == 3, en, zh, model.calls)


@pytest.mark.points(2)
def test_the_end_token_is_kept(submission):
    """A new end token is the last id of the result.

    新生成的结束 token 是结果的最后一个 id。
    """
    expected = due([3], 3)
    same(generate(submission, Model(), [3], 20, expected[-1]), expected)


@pytest.mark.hint(
    en="Only a token that you have just generated can end the text.",
    zh="只有刚生成的 token 才能结束文本。",
)
def test_an_end_token_in_the_prompt_stops_nothing(submission):
    """A prompt that ends with the end token is continued.

    提示词以结束 token 结尾时，照样继续生成。
    """
    same(generate(submission, Model(), [6, 5], 1, 5), due([6, 5], 1))


def test_the_lowest_id_wins_among_equal_logits(submission):
    """Of two equal logits the one with the lower id is taken.

    两个相等的 logit 中，取 id 较小的。
    """
    same(generate(submission, Undecided(), [1], 2, 99), [1, 3, 3])


@pytest.mark.hint(
    en="Compare with None by `is`, or better, not at all.",
    zh="要用 is 与 None 比较，最好根本不用比较。",
)
def test_the_cache_may_be_any_object(submission):
    """A cache that is an array, 0 or an empty list is passed on like any other.

    缓存是数组、0 或空列表时，也照样传下去。
    """
    for ticket in (lambda number: np.array([number, 0]), lambda number: [1] * number, lambda number: number):
        same(generate(submission, Model(ticket), [6, 5], 4, 99), due([6, 5], 4))


@pytest.mark.hint(en="Start with a copy of the prompt.", zh="从提示词的副本开始。")
def test_the_prompt_stays_as_it_is(submission):
    """The caller's prompt is not modified.

    调用者的提示词不会被修改。
    """
    same(unchanged(submission.generate_cached, lend(Undecided()), [1], 2, 99), [1, 3, 3])
