"""Runs small programs on your values."""


def run(program, **numbers):
    """Make a Value of each number, run the program, then out.backward().

    Gives data and gradient of every name that is a Value afterwards.
    """
    # Imported only now, because the judge loads this file before yours.
    from scalar_autograd import Value

    names = {name: Value(number) for name, number in numbers.items()}
    exec(program, {}, names)
    if "out" in names:
        names["out"].backward()
    found = {name: v for name, v in names.items() if isinstance(v, Value)}
    return {name: (v.data, v.grad) for name, v in found.items()}
