"""A caller of your `softmax`: each query's scores against the keys become its attention weights.

It asks for one row after the other and looks at the results only when it has them all.
"""


def attention_weights(scores):
    """The weights of each row of `scores`, as your `softmax` gives them."""
    from stable_softmax import softmax  # only now, for the judge loads this file before yours

    return [softmax(row) for row in scores]
