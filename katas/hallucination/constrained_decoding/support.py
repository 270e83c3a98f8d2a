"""Toy models and toy grammars: functions of the ids so far."""


def always(value):
    """The same value at every step."""
    return lambda ids: value


def in_turn(*values):
    """One value for each step, then nothing."""
    return lambda ids: values[len(ids)] if len(ids) < len(values) else []


def up_to(*ends):
    """A range for each step, from 0 to before these ends."""
    return lambda ids: range(ends[len(ids)])
