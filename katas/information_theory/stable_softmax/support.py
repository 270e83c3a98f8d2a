"""A caller of your `softmax`: each query's scores become attention weights.

It asks for one row after the other and looks at the results at the end.
"""


def attention_weights(scores):
    """The weights of each row of `scores`, as your `softmax` gives them."""
    # Imported only now, because the judge loads this file before yours.
    from stable_softmax import softmax

    return [softmax(row) for row in scores]
