"""A toy model that says what it was told to say, and two tools."""


def script(*replies):
    """A model that gives these replies one after another."""
    left = iter(replies)
    return lambda messages: next(left)


def toolbox():
    """Two tools: one adds, one divides."""
    return {"add": lambda a, b: a + b, "divide": lambda a, b: a / b}


def call(name, arguments):
    """A call as a model writes it; `arguments` is JSON."""
    body = f'{{"name": "{name}", "arguments": {arguments}}}'
    return f"<tool_call>{body}</tool_call>"
