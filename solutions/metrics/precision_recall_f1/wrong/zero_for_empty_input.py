"""Returns zeros for empty input.

输入为空时返回 0。

caught by: test_empty_input_raises_value_error
"""

def check(y_true, y_pred):
    if len(y_true) != len(y_pred):
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
    labels = set(y_true) | set(y_pred)
    return sum(scores(c, y_true, y_pred)[2] for c in labels) / max(1, len(labels))
