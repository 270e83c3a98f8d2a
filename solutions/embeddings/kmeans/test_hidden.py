"""The hidden suite of kmeans.

Labels, means and inertia are computed again by the judge from the centres that came back. Blobs have known centres.
"""

import numpy as np
import pytest

from grader.judge.suite import close, kind, raises, require, same, unchanged

SQUARE = np.array([[0.0, 0.0], [0.0, 2.0], [10.0, 0.0], [10.0, 2.0]])


def checked(result, x, k):
    """Centres, labels and inertia, once kinds and shapes are known to fit."""
    fits = isinstance(result, tuple | list) and len(result) == 3
    require(fits, "not (centres, labels, inertia)", "返回的不是（中心，标签，inertia）", result)
    centres, labels, inertia = result
    same(kind(centres), kind(np.zeros((k, x.shape[1]))))
    same(kind(labels), kind(np.zeros(len(x))))
    ok = labels.dtype.kind in "iu" and centres.dtype.kind == "f" and ((labels >= 0) & (labels < k)).all()
    require(
        ok,
        "labels are not integers in [0, k), or centres not floats",
        "标签不是 [0, k) 内的整数，或中心不是浮点数",
        result,
    )
    return centres, labels, inertia


def squares(x, centres):
    return np.array([[float(np.dot(p - c, p - c)) for c in centres] for p in x])


def cloud(rng, n=40, d=2):
    return rng.normal(size=(n, d))


def ordered(centres):
    return centres[np.lexsort(np.round(centres, -2).T)]


@pytest.mark.points(2)
def test_each_label_names_the_nearest_centre(submission, rng):
    """No other centre is nearer to a point than that of its label, by the Euclidean distance; x stays as it is.

    按欧氏距离，没有别的中心比标签所指的中心更近；x 保持原样。
    """
    few = cloud(rng, 12)
    checked(unchanged(submission.kmeans, few, 12, 1), few, 12)
    between = np.repeat([[0.0, 0.0], [3.0, 8.0], [3.0, 3.0]], [30, 30, 1], axis=0)  # 3 + 3 > 5, but √18 < 5
    for x, k in ((cloud(rng), 4), (between, 2)):
        centres, labels, _ = checked(submission.kmeans(x, k, 1), x, k)
        same(labels, squares(x, centres).argmin(axis=1))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Compute the labels again after the centres have moved for the last time.",
    zh="中心最后一次移动之后，要重新计算标签。",
)
def test_labels_and_inertia_fit_the_centres_when_max_iter_ends_the_loop(submission, rng):
    """After a single iteration, too, labels and inertia belong to the centres that are returned.

    只迭代一次时，标签和 inertia 也要对应返回的中心。
    """
    x = cloud(rng, 150)
    for seed in (1, 2):
        centres, labels, inertia = checked(submission.kmeans(x, 5, seed, max_iter=1), x, 5)
        due = squares(x, centres)
        same(labels, due.argmin(axis=1))
        close(inertia, float(due.min(axis=1).sum()))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Go on until no label changes, and move centres to means, not to medians or points.",
    zh="一直迭代到没有标签变化；中心是均值，不是中位数，也不是某个点。",
)
def test_each_centre_is_the_mean_of_its_points(submission, rng):
    """When the loop has ended by itself every centre is the mean of its points, and the inertia fits.

    循环自行结束时，每个中心都是它的点的均值，inertia 也与之相符。
    """
    x = cloud(rng, 60, 3)
    centres, labels, inertia = checked(submission.kmeans(x, 4, 3), x, 4)
    require(len(set(labels.tolist())) == 4, "a cluster is empty", "有空簇", labels)
    close(centres, np.array([x[labels == j].mean(axis=0) for j in range(4)]))
    close(inertia, float(((x - centres[labels]) ** 2).sum()))


@pytest.mark.points(2)
@pytest.mark.hint(
    en="Stop when no label changes, not when the centres move by less than some tolerance: the data may be small.",
    zh="没有标签变化时才停止，不要看中心的移动是否小于某个容差：数据的尺度可能很小。",
)
def test_it_goes_on_until_no_label_changes(submission):
    """For 600 points within 0.01 of each other the centres move in many small steps, and still end at the means.

    600 个点彼此相距不超过 0.01，中心每次只移动一点点，要走很多步，最后仍是均值。
    """
    x = 0.01 * np.linspace(0.0, 1.0, 600)[:, None] ** 2
    for seed in (1, 2, 3):
        centres, labels, _ = checked(submission.kmeans(x, 5, seed, max_iter=1000), x, 5)
        require(len(set(labels.tolist())) == 5, "a cluster is empty", "有空簇", labels)
        close(1e4 * centres, 1e4 * np.array([x[labels == j].mean(axis=0) for j in range(5)]))


@pytest.mark.points(2)
def test_the_inertia_is_the_sum_of_squared_distances(submission):
    """Four points at distance 1 around one centre have the inertia 4, and two points 2.

    四个点围着一个中心、距离都是 1 时，inertia 是 4；两个点时是 2。
    """
    cross = np.array([[1.0, 0.0], [-1.0, 0.0], [0.0, 1.0], [0.0, -1.0]])
    close(checked(submission.kmeans(cross, 1, 1), cross, 1)[2], 4.0)
    centres, labels, inertia = checked(submission.kmeans(SQUARE[:2], 1, 1), SQUARE[:2], 1)
    close([centres, labels, inertia], [np.array([[0.0, 1.0]]), np.zeros(2, dtype=int), 2.0])


@pytest.mark.points(3)
@pytest.mark.hint(
    en="Draw each further centre with probability proportional to the squared distance to the nearest centre so far.",
    zh="之后的每个中心，按到最近中心的距离平方成正比的概率抽取。",
)
def test_blobs_far_apart_are_found_from_nearly_every_seed(submission, rng):
    """Eight tight blobs, a thousand times as far apart as they are wide, are found from at least 11 of 12 seeds.

    八个紧密的团块，间距是宽度的上千倍，12 个种子中至少 11 个能找到。
    """
    places = [[0, 0], [1, 0], [3, 1], [7, 2], [2, 8], [12, 5], [5, 15], [20, 20]]
    x = np.repeat(1000.0 * np.array(places), 5, axis=0) + rng.normal(size=(40, 2))
    due, found = x.reshape(8, 5, 2).mean(axis=1), 0
    for seed in range(12):
        centres, _, _ = checked(submission.kmeans(x, 8, seed), x, 8)
        found += np.allclose(ordered(centres), ordered(due), atol=1e-6)
    en, zh = f"the blobs were found from {found} of 12 seeds", f"12 个种子中只有 {found} 个找到了团块"
    require(found >= 11, en, zh)


@pytest.mark.points(2)
@pytest.mark.hint(
    en="A point that is a centre already must not be drawn again, nor a copy of it.",
    zh="已经是中心的点，以及与它相同的点，都不能再被抽到。",
)
def test_no_cluster_is_empty_where_points_repeat(submission):
    """Three distinct points, two of them many times: each is a cluster of its own, with the inertia 0.

    三个不同的点，其中两个重复很多次：各自成为一个簇，inertia 为 0。
    """
    x = np.repeat([[0.0, 0.0], [1.0, 0.0], [5.0, 5.0]], [30, 30, 1], axis=0)
    for seed in (1, 2, 3):
        centres, labels, inertia = checked(submission.kmeans(x, 3, seed), x, 3)
        same(len(set(labels.tolist())), 3)
        close([inertia, centres[labels]], [0.0, x])


def test_as_many_clusters_as_points(submission):
    """With k = N every point is a cluster.

    k = N 时，每个点自成一簇。
    """
    centres, labels, inertia = checked(submission.kmeans(SQUARE, 4, 5), SQUARE, 4)
    close([centres[labels], inertia], [SQUARE, 0.0])


@pytest.mark.points(2)
def test_the_same_seed_gives_the_same_result(submission, rng):
    """Two calls with the same seed agree in everything.

    种子相同的两次调用，结果完全一致。
    """
    x = cloud(rng, 60)
    first = submission.kmeans(x, 6, 9)
    checked(first, x, 6)
    close(submission.kmeans(x, 6, 9), tuple(first))


@pytest.mark.points(2)
def test_an_impossible_k_raises_value_error(submission):
    """k = 0, k = -1 and k = N + 1 raise ValueError.

    k = 0、k = -1、k = N + 1 时抛出 ValueError。
    """
    for k in (0, -1, 5):
        raises(ValueError, submission.kmeans, SQUARE, k, 1)
