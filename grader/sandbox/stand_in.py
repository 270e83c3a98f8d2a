"""In the worker: stands in for an object that the judge lends. It knows names only; every use asks the judge.

What a submission finds in it is a number, names and a function that makes a use; there is nothing to claim with.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from grader.wire.values import Lent

Use = Callable[[int, str, tuple[Any, ...] | None, dict[str, Any]], Any]


class StandIn:
    """What all stand-ins have in common; the class of each is made by `stand_in`."""

    __slots__ = ()

    def __getattr__(self, name: str) -> Any:
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")


class MappingStandIn(StandIn):
    """Stands in for a mapping, and `isinstance` says so."""

    __slots__ = ()


Mapping.register(MappingStandIn)


def stand_in(lent: Lent, use: Use) -> StandIn:
    """An object with exactly the methods and attributes that `lent` names."""
    members: dict[str, Any] = {"__slots__": ()}
    members |= {name: _method(lent.number, name, use) for name in lent.methods}
    members |= {name: _attribute(lent.number, name, use) for name in lent.attributes}
    kind = MappingStandIn if {"keys", "__getitem__"} <= {*lent.methods} else StandIn
    made: StandIn = type(lent.type_name, (kind,), members)()
    return made


def _method(number: int, name: str, use: Use) -> Callable[..., Any]:
    def method(_: object, *args: Any, **kwargs: Any) -> Any:
        result = use(number, name, args, kwargs)
        return iter(result) if name == "__iter__" else result

    method.__name__ = name
    return method


def _attribute(number: int, name: str, use: Use) -> property:
    return property(lambda _: use(number, name, None, {}))
