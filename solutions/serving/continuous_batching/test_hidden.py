"""The hidden suite of continuous_batching. Values are worked by hand; random ones come from a run step by step."""

import pytest

from grader.judge.suite import raises, same, unchanged


def step_by_step(requests, slots, static):
    """The same by brute force: one step after another, without skipping any."""
    left = sorted(range(len(requests)), key=lambda i: (requests[i][0], i))
    running, last, step = {}, {}, 0
    while left or running:
        if not (static and running):
            while left and len(running) < slots and requests[left[0]][0] <= step:
                first = left.pop(0)
                running[first] = requests[first][1]
        for i in list(running):
            running[i] -= 1
            if running[i] == 0:
                last[i] = step
        running = {i: n for i, n in running.items() if n > 0}
        step += 1
    return [last[i] for i in range(len(requests))]


@pytest.mark.points(2)
@pytest.mark.hint(
    en="A request with n tokens that starts in step s ends in step s + n - 1.",
    zh="在第 s 步开始、有 n 个 token 的请求在第 s + n - 1 步结束。",
)
def test_a_request_with_a_free_slot_starts_when_it_arrives(submission):
    """With enough slots a request ends its number of tokens after its arrival, less one.

    槽足够时，请求的结束步是到达步加 token 数减一。
    """
    same(submission.simulate([(0, 1), (0, 5), (3, 2), (7, 1)], 9), [0, 4, 4, 7])
    same(submission.simulate_static([(2, 5), (2, 1)], 9), [6, 2])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="A slot whose last token was made in step t can be taken in step t + 1.",
    zh="在第 t 步生成最后一个 token 的槽，第 t + 1 步才能被占用。",
)
def test_a_freed_slot_is_taken_in_the_next_step(submission):
    """The slot freed in step 2 is used from step 3 on, while the other request still runs.

    第 2 步空出的槽从第 3 步起使用，另一个请求仍在运行。
    """
    same(submission.simulate([(0, 3), (0, 8), (0, 2), (0, 1)], 2), [2, 7, 4, 5])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Sort by arrival first, and keep the order of the list among equals.",
    zh="先按到达排序，同时到达的保持列表顺序。",
)
def test_requests_start_in_order_of_arrival_then_of_place(submission):
    """Whatever the order of the list is, who comes first starts first; among equals the place in the list decides.

    无论列表顺序如何，先到的先开始；同时到达的看列表中的位置。
    """
    requests = [(5, 1), (0, 6), (5, 3), (1, 4), (5, 2)]
    for function in (submission.simulate, submission.simulate_static):
        same(function(requests, 1), [10, 5, 13, 9, 15])


@pytest.mark.hint(
    en="A short request doesn't overtake a long one.",
    zh="短请求不能插到长请求前面。",
)
def test_no_request_overtakes_another(submission):
    """A long request that came first keeps a later short one waiting.

    先到的长请求会让后到的短请求等待。
    """
    same(submission.simulate([(0, 2), (0, 9), (1, 5), (1, 1)], 2), [1, 8, 6, 7])


@pytest.mark.points(3)
@pytest.mark.hint(
    en="A static batch ends with its longest member. Only then does the next one start.",
    zh="静态的一批到最长的成员结束才算完，之后下一批才开始。",
)
def test_a_static_batch_waits_for_its_longest_member(submission):
    """The second batch starts in step 6, after the longest member of the first; each member has its own end.

    第二批在第 6 步开始，即第一批最长的成员结束之后；每个成员有自己的结束步。
    """
    same(submission.simulate_static([(0, 2), (0, 6), (0, 1), (0, 3), (0, 1)], 2), [1, 5, 6, 8, 9])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="A batch that starts in step s holds requests that arrived by step s.",
    zh="在第 s 步开始的一批，只包含到第 s 步为止已到达的请求。",
)
def test_a_static_batch_takes_what_has_arrived(submission):
    """A batch starts with one request where no other has arrived, and takes those that arrive in its first step.

    没有别的请求到达时，一个请求也成一批；在它的第一步到达的请求也算在内。
    """
    same(submission.simulate_static([(0, 4), (1, 1), (4, 2), (5, 1)], 3), [3, 4, 5, 6])


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Jump to the next arrival when nothing runs and nothing waits.",
    zh="没有请求在运行或等待时，直接跳到下一个到达。",
)
def test_gaps_without_work_cost_nothing(submission):
    """Arrivals of 10^12 are computed at once, in both functions.

    到达步为 10^12 时，两个函数都能立刻算出。
    """
    late = 10**12
    requests = [(0, 2), (late, 3), (late, 1), (late + 1, 1), (3 * late, 2)]
    same(submission.simulate(requests, 2), [1, late + 2, late, late + 1, 3 * late + 1])
    same(submission.simulate_static(requests, 2), [1, late + 2, late, late + 3, 3 * late + 1])


def test_no_requests_give_an_empty_list(submission):
    """Without requests both functions return an empty list.

    没有请求时，两个函数都返回空列表。
    """
    same(submission.simulate([], 2), [])
    same(submission.simulate_static([], 2), [])


@pytest.mark.parametrize("slots", [0, -1])
def test_fewer_slots_than_one_raise_value_error(submission, slots):
    """slots below 1 raise ValueError in both functions, also without requests.

    slots 小于 1 时，两个函数都抛出 ValueError，没有请求时也一样。
    """
    raises(ValueError, submission.simulate, [(0, 1)], slots)
    raises(ValueError, submission.simulate_static, [], slots)


@pytest.mark.hint(
    en="Check all requests before you begin.",
    zh="开始之前先检查所有请求。",
)
def test_a_request_without_tokens_raises_value_error(submission):
    """A number of tokens below 1 raises ValueError, wherever it stands.

    token 数小于 1 时抛出 ValueError，无论它在哪里。
    """
    raises(ValueError, submission.simulate, [(0, 1), (3, 0)], 2)
    raises(ValueError, submission.simulate_static, [(0, -2), (3, 1)], 2)


@pytest.mark.points(2)
def test_random_requests_agree_with_a_run_step_by_step(submission, rng):
    """Sixty random requests end when they do in a run that goes step by step.

    六十个随机请求的结束步，与逐步运行的结果一致。
    """
    requests = list(zip(rng.integers(0, 80, 60).tolist(), rng.integers(1, 9, 60).tolist(), strict=True))
    same(submission.simulate(requests, 3), step_by_step(requests, 3, static=False))
    same(submission.simulate_static(requests, 4), step_by_step(requests, 4, static=True))


@pytest.mark.hint(en="requests.sort() sorts the caller's list.", zh="requests.sort() 会把调用者的列表排序。")
def test_the_requests_stay_as_they_are(submission):
    """The list of requests is not modified.

    请求列表不会被修改。
    """
    same(unchanged(submission.simulate, [(3, 1), (0, 9)], 2), [3, 8])
    same(unchanged(submission.simulate_static, [(3, 1), (0, 9)], 2), [9, 8])
