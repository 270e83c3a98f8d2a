"""The hidden suite of ring_all_reduce. The links are lent: they live in the judge, which counts what goes over them."""

from collections import deque

import numpy as np
import pytest

from grader.judge.suite import close, lend, require, same, unchanged


class Ring:
    """Links from each worker to its right neighbour. `noise` is added to each number that is received."""

    def __init__(self, workers, noise=0):
        self.noise = noise
        self.sent = [0] * workers
        self.links = [deque() for _ in range(workers)]

    def send(self, source, target, data):
        if not 0 <= source < len(self.links) or target != (source + 1) % len(self.links):
            raise ValueError(f"worker {source} has no link to {target}")
        self.sent[source] += np.size(data)
        self.links[source].append(np.asarray(data))

    def receive(self, target, source):
        if not 0 <= source < len(self.links) or target != (source + 1) % len(self.links):
            raise ValueError(f"worker {target} has no link from {source}")
        if not self.links[source]:
            raise RuntimeError(f"nothing to receive from {source}")
        return self.links[source].popleft() + self.noise

    @property
    def lent(self):
        return lend(self.send), lend(self.receive)


def reduced(submission, values, ring=None):
    """The results, with links of their own."""
    return submission.all_reduce(values, *(ring or Ring(len(values))).lent)


def reduced_with_noise(submission, values):
    """The results where every number arrives 1000 too large, once it is known that they are arrays."""
    results = reduced(submission, values, Ring(len(values), noise=1000.0))
    right = isinstance(results, list | tuple) and len(results) == len(values)
    right = right and all(
        isinstance(one, np.ndarray) and one.shape == values[0].shape and one.dtype.kind == "f" for one in results
    )
    require(right, "An array (M,) for each worker was due.", "应为每个 worker 返回一个数组 (M,)。", results)
    return results


def random_values(rng, workers, length):
    return list(rng.standard_normal((workers, length)))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Follow one chunk around the ring, with the statement's example on paper.",
    zh="照着题目的例子，在纸上跟着一块走一圈。",
)
def test_every_worker_gets_the_sum(submission):
    """Three workers with three numbers each all get the sum.

    三个 worker 各有三个数，都得到总和。
    """
    values = [np.array([1.0, 2.0, 3.0]) * 10**i for i in range(3)]
    close(reduced(submission, values), [np.array([111.0, 222.0, 333.0])] * 3)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="np.array_split takes any length. M // P loses the rest.",
    zh="np.array_split 能处理任意长度，而 M // P 会丢掉余数。",
)
@pytest.mark.parametrize(("workers", "length"), [(2, 5), (3, 7)])
def test_chunks_of_unequal_size(submission, rng, workers, length):
    """Arrays whose length is no multiple of the number of workers are summed.

    长度不是 worker 数的倍数时，正确求和。
    """
    values = random_values(rng, workers, length)
    close(reduced(submission, values), [np.sum(values, axis=0)] * workers)


@pytest.mark.hint(
    en="Some chunks are empty then, or don't exist.",
    zh="这时有的块是空的，或者不存在。",
)
def test_fewer_numbers_than_workers(submission):
    """One number on four workers and two on three are summed.

    四个 worker 只有一个数、三个 worker 只有两个数时，正确求和。
    """
    close(reduced(submission, [np.array([2.0**i]) for i in range(4)]), [np.array([15.0])] * 4)
    close(reduced(submission, [np.array([2.0**i, 1.0]) for i in range(3)]), [np.array([7.0, 3.0])] * 3)


@pytest.mark.points(3)
@pytest.mark.hint(
    en="Whole arrays are too much. In each of 2 (P - 1) steps a worker sends one chunk.",
    zh="发送整个数组太多了。共 2 (P - 1) 步，每步每个 worker 发送一块。",
)
@pytest.mark.parametrize(("workers", "length"), [(3, 12), (4, 7)])
def test_no_worker_sends_too_much(submission, rng, workers, length):
    """Each worker sends at most 2 (P - 1) ⌈M / P⌉ numbers.

    每个 worker 最多发送 2 (P - 1) ⌈M / P⌉ 个数。
    """
    ring = Ring(workers)
    reduced(submission, random_values(rng, workers, length), ring)
    limit = 2 * (workers - 1) * -(-length // workers)
    en, zh = (
        f"With P = {workers}, M = {length} at most {limit} numbers.",
        f"P = {workers}、M = {length} 时最多 {limit} 个数。",
    )
    require(max(ring.sent) <= limit, en, zh, ring.sent)


@pytest.mark.points(3)
@pytest.mark.hint(
    en="Worker i may use values[i] and what it receives, and no other worker's values.",
    zh="worker i 只能用 values[i] 和收到的内容，不能用其他 worker 的数组。",
)
@pytest.mark.parametrize("workers", [2, 3])
def test_results_follow_from_what_is_received(submission, rng, workers):
    """Where every number arrives 1000 too large, every number of every result is too large.

    如果收到的每个数都多出 1000，那么每个结果的每个数都会偏大。
    """
    values = random_values(rng, workers, 6)
    results = reduced_with_noise(submission, values)
    over = [bool((one > np.sum(values, axis=0) + 500).all()) for one in results]
    en, zh = "Some numbers don't depend on what was received.", "有些数与收到的内容无关。"
    require(all(over), en, zh, results)


@pytest.mark.hint(
    en="Return what each worker has put together, not one worker's array for all.",
    zh="返回每个 worker 自己拼出来的数组，而不是把同一个数组给所有 worker。",
)
def test_each_result_is_that_of_its_own_worker(submission, rng):
    """Where every number arrives 1000 too large, the results differ: each follows from what its worker received.

    如果收到的每个数都多出 1000，各个结果就不相同：每个结果取决于该 worker 自己收到的内容。
    """
    first, *others = reduced_with_noise(submission, random_values(rng, 3, 6))
    en, zh = "All workers have what one of them received.", "所有 worker 的结果都来自同一个 worker 收到的内容。"
    require(not all(np.array_equal(first, one) for one in others), en, zh, first)


def test_a_single_worker_sends_nothing(submission):
    """With P = 1 the result is the value, and nothing is sent.

    P = 1 时结果就是原数组，什么都不发送。
    """
    ring = Ring(1)
    close(reduced(submission, [np.array([1.5, 2.0])], ring), [np.array([1.5, 2.0])])
    require(ring.sent == [0], "Nothing may be sent.", "不应发送任何内容。", ring.sent)


@pytest.mark.hint(
    en="Don't go through floats: they hold only 53 bits.",
    zh="不要经过浮点数：它只有 53 位有效位。",
)
def test_integers_are_summed_exactly(submission):
    """Integers beyond 2^53 are summed exactly, and stay integers.

    超过 2^53 的整数精确求和，结果仍是整数。
    """
    values = [np.array([2**60 + i, i, -(2**55)]) for i in range(3)]
    same(reduced(submission, values), [np.array([3 * 2**60 + 3, 3, -3 * 2**55])] * 3)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Chunks are views: += writes into the caller's arrays.",
    zh="切出的块是视图：+= 会写进调用者的数组。",
)
def test_the_values_stay_as_they_are(submission):
    """The arrays passed in are not modified.

    传入的数组不会被修改。
    """
    values = [np.array([1.0, 2.0, 3.0]) * 10**i for i in range(3)]
    unchanged(submission.all_reduce, values, *Ring(3).lent)
