"""Takes the arithmetic mean of precision and recall for F1.

F1 用了精确率和召回率的算术平均。

caught by: test_the_three_numbers_in_their_order
also fails: test_a_label_seen_on_one_side_only_counts_with_zero,
test_labels_may_be_any_integers, test_macro_f1_is_not_weighted_by_frequency,
test_macro_f1_is_the_mean_of_the_f1_of_each_class,
test_tuples_are_welcome_and_nothing_is_modified
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
    f1 = (precision + recall) / 2
    return precision, recall, f1


def precision_recall_f1(y_true, y_pred):
    check(y_true, y_pred)
    return scores(1, y_true, y_pred)


def macro_f1(y_true, y_pred):
    check(y_true, y_pred)
    labels = set(y_true) | set(y_pred)
    return sum(scores(c, y_true, y_pred)[2] for c in labels) / len(labels)
