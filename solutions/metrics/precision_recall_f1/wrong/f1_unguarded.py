"""Guards precision and recall, but F1 is still 0/0 without a true positive.

精确率和召回率都处理了，但没有真正例时 F1 仍是 0/0。

caught by: test_without_a_true_positive_f1_is_zero
also fails: test_a_denominator_of_zero_gives_zero,
test_a_label_seen_on_one_side_only_counts_with_zero
"""

def check(y_true, y_pred):
    if len(y_true) != len(y_pred):
        raise ValueError
    if len(y_true) == 0:
        raise ValueError


def scores(positive, y_true, y_pred):
    pairs = list(zip(y_true, y_pred))
    tp = sum(t == positive and p == positive for t, p in pairs)
    fp = sum(t != positive and p == positive for t, p in pairs)
    fn = sum(t == positive and p != positive for t, p in pairs)
    precision = tp / (tp + fp) if tp + fp else 0.0
    recall = tp / (tp + fn) if tp + fn else 0.0
    f1 = 2 * precision * recall / (precision + recall)
    return precision, recall, f1


def precision_recall_f1(y_true, y_pred):
    check(y_true, y_pred)
    return scores(1, y_true, y_pred)


def macro_f1(y_true, y_pred):
    check(y_true, y_pred)
    labels = set(y_true) | set(y_pred)
    return sum(scores(c, y_true, y_pred)[2] for c in labels) / len(labels)
