"""A toy normaliser for the examples."""


def last_word():
    """A function that takes the last word of an answer."""
    return lambda text: text.split()[-1]
