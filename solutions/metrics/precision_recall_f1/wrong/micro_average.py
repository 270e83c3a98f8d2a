"""Computes micro F1, which is the accuracy.

算成了微平均 F1，也就是准确率。

caught by: test_macro_f1_is_the_mean_of_the_f1_of_each_class
also fails: test_a_label_seen_on_one_side_only_counts_with_zero,
test_labels_may_be_any_integers, test_macro_f1_is_not_weighted_by_frequency
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
    f1 = 2 * precision * recall / (precision + recall) if tp else 0.0
    return precision, recall, f1


def precision_recall_f1(y_true, y_pred):
    check(y_true, y_pred)
    return scores(1, y_true, y_pred)


def macro_f1(y_true, y_pred):
    check(y_true, y_pred)
    return sum(t == p for t, p in zip(y_true, y_pred)) / len(y_true)
