"""Objects that the judge lends to a submission: a tokenizer, a model, a function that gives probabilities.

They stay in the judge. The worker sees stand-ins that know the names a suite exposes and nothing else, and every use is
recorded here, so that no submission can pretend to have made one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from grader import wire
from grader.judge.showing import clean
from grader.wire.values import Lent


class LentCall(msgspec.Struct, frozen=True):
    """One call of a lent method. `grad_enabled` is the worker's word on whether gradients were on."""

    name: str
    args: tuple[Any, ...]
    kwargs: dict[str, Any]
    grad_enabled: bool


class Loan:
    """A lent object; `calls` are the calls of its methods so far."""

    def __init__(self, lent: Any, names: tuple[str, ...]) -> None:
        names = names or ("__call__",)
        self.calls: list[LentCall] = []
        self._lent = lent
        self._methods = tuple(name for name in names if callable(getattr(lent, name)))
        self._attributes = tuple(name for name in names if name not in self._methods)

    def __shown__(self) -> str:
        return "<function>" if self._methods == ("__call__",) else f"<{type(self._lent).__name__}>"

    def described(self, number: int) -> Lent:
        name = "function" if self._methods == ("__call__",) else type(self._lent).__name__
        return Lent(number, name, self._methods, self._attributes)

    def get(self, name: str) -> Any:
        if name not in self._attributes:
            raise AttributeError(f"{type(self._lent).__name__!r} object has no attribute {name!r}")
        return getattr(self._lent, name)

    def call(self, request: wire.LentUse) -> Any:
        if request.name not in self._methods:
            raise AttributeError(f"{type(self._lent).__name__!r} object has no attribute {request.name!r}")
        args, kwargs = tuple(request.args or ()), dict(request.kwargs)
        self.calls.append(LentCall(request.name, args, kwargs, request.grad_enabled))
        return getattr(self._lent, request.name)(*args, **kwargs)


def lend(lent: Any, *names: str) -> Loan:
    """Lend an object by the `names` of its methods and attributes, or a function without any.

    What a lent method returns must be plain data or lent itself. Names such as `__getitem__` and `keys` make a mapping.
    """
    return Loan(lent, names)


def use(loan: Loan, request: wire.LentUse, pack: Callable[[Any], Any]) -> wire.Message:
    """Do what the worker asks of `loan`. An exception goes back as the name of its built-in type and its text."""
    try:
        result = loan.get(request.name) if request.args is None else loan.call(request)
        if request.name == "__iter__" and request.args is not None:
            result = list(result)
        return wire.LentValue(request.id, pack(result))
    except Exception as error:  # a wrong use of a lent object is the submission's to see, as it would be in real life
        builtin = next(base.__name__ for base in type(error).__mro__ if base.__module__ == "builtins")
        return wire.LentRaised(request.id, builtin, clean(_text(error), 1000))


def _text(error: Exception) -> str:
    """The text of an exception, whose arguments may be the submission's: a number of too many digits, for one."""
    try:
        return str(error.args[0] if isinstance(error, KeyError) and error.args else error)
    except Exception:
        return f"{type(error).__name__} for what was given"
