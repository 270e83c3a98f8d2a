"""Functions to differentiate, and calls of your check."""


def cubes(weights):
    """A function of x: the sum of weights · x³; its gradient is 3 w x²."""
    return lambda x: float((weights * x**3).sum())


def check(weights, x, grad, *settings):
    """What your check says of `grad` at x, and x afterwards."""
    # Imported only now, because the judge loads this file before yours.
    from mlp_backward import gradient_check

    x = x.copy()
    return gradient_check(cubes(weights), x, grad, *settings), x


def check_transposed(weights, x, grad):
    """The same for an x that lies in memory the other way round."""
    from mlp_backward import gradient_check

    view = x.T.copy().T
    return gradient_check(cubes(weights), view, grad)
