"""What a suite holds of a submission: the module, and objects that stay in the worker.

A handle is called, asked for public attributes, indexed, iterated and measured; each is a request to the worker. Its
own attributes all begin with an underscore, so that none collides with a name that a kata uses.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any, Protocol

import msgspec

from grader import wire
from grader.judge.outcomes import Mismatch
from grader.judge.showing import CallText, show
from grader.judge.verdicts import Bilingual

ITEMS = 100_000
SUBMISSION, SUPPORT = 0, 1  # the numbers of the modules that a worker has loaded


class Done(msgspec.Struct, frozen=True):
    """One call of a test: what was asked and what came back; `args` and `kwargs` as the worker has them afterwards."""

    text: CallText
    value: Any
    args: Any
    kwargs: Any
    warnings: list[str]
    grad_enabled: bool
    line: int | None


class Asks(Protocol):
    """What a handle needs of the `grader.judge.grading.Grading` that it belongs to."""

    members: dict[tuple[int, str], Any]

    def ready(self) -> object: ...

    def pack(self, value: Any) -> Any: ...

    def ask(
        self, make: Callable[[int], wire.Message], text: CallText | None = None, given: tuple[Any, Any] = ((), {})
    ) -> Done: ...


current: list[Any] = []  # the grading under way, for modules that name a submission before there is one


class Handle:
    """An object of the submission's. `_label` is how a learner would write it."""

    __slots__ = ("_grading", "_label", "_number", "_type")

    def __init__(self, grading: Asks, number: int, type_name: str, label: object = "") -> None:
        self._grading = grading
        self._number = number
        self._type = type_name
        self._label = label

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        grading, number = self._grading, self._number
        if number in (SUBMISSION, SUPPORT):
            grading.ready()  # first, for a new room knows nothing of what an old one gave
            if (number, name) in grading.members:
                return grading.members[number, name]
        value = grading.ask(lambda request: wire.Get(request, number, name)).value
        if isinstance(value, Handle):
            value._label = Member(self._label, name) if self._label else name
            if number in (SUBMISSION, SUPPORT):
                grading.members[number, name] = value
        elif number == SUBMISSION:
            raise Mismatch(
                Bilingual(f"{name} is no function and no class", f"{name} 不是函数，也不是类"), None, show(value)
            )
        return value

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return call(self, args, kwargs).value

    def __getitem__(self, key: Any) -> Any:
        return self._grading.ask(lambda request: wire.Index(request, self._number, self._grading.pack(key))).value

    def __len__(self) -> int:
        length = self._grading.ask(lambda request: wire.Length(request, self._number)).value
        return length if isinstance(length, int) and 0 <= length < 1 << 62 else 0

    def __bool__(self) -> bool:
        return True

    def __iter__(self) -> Iterator[Any]:
        items = self._grading.ask(lambda request: wire.Iterate(request, self._number, ITEMS)).value
        return iter(items if isinstance(items, list) else [])

    def __number__(self) -> int:
        return self._number

    def __shown__(self) -> str:
        return f"<{self._type} object>"

    @property
    def __kind__(self) -> str:
        return f"{self._type} object"

    __repr__ = __shown__


def module(grading: Asks, number: int = SUBMISSION) -> Handle:
    """The submission's module, or the kata's support module beside it."""
    return Handle(grading, number, "module")


def call(target: Any, args: tuple[Any, ...], kwargs: dict[str, Any], refused: str = "") -> Done:
    """Call a handle and give all that is known of the call. Warnings that hold `refused` are raised there."""
    grading: Asks = target._grading
    text = CallText(target._label, args, kwargs)
    packed = [grading.pack(arg) for arg in args], {key: grading.pack(value) for key, value in kwargs.items()}
    done = grading.ask(lambda request: wire.Call(request, target._number, *packed, refused), text, (args, kwargs))
    if isinstance(done.value, Handle):
        done.value._label = text
    elif isinstance(target._label, str) and target._label[:1].isupper():  # a class, and what comes next needs an object
        name = target._label
        raise Mismatch(Bilingual(f"{name}(…) gave no object", f"{name}(…) 没有返回对象"), f"a {name}", show(done.value))
    return done


class Member:
    """`layer.weight`: a member of something, as a learner would write it."""

    __slots__ = ("_name", "owner")

    def __init__(self, owner: object, name: str) -> None:
        self.owner = owner
        self._name = name

    def __str__(self) -> str:
        return f"{self.owner}.{self._name}"


class Later:
    """A name in the worker that is looked up when it is used: what `from <slug> import name` gives in the judge."""

    def __init__(self, name: str, number: int) -> None:
        self.__name = name
        self.__number = number

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self.__now()(*args, **kwargs)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.__now(), name)

    def __now(self) -> Any:
        return getattr(module(current[-1], self.__number), self.__name)


class LaterModule(ModuleType):
    """What `import <slug>` and `import support` give in the judge: any name, looked up in the worker when used."""

    def __init__(self, name: str, number: int) -> None:
        super().__init__(name)
        self.__number = number

    def __getattr__(self, name: str) -> Later:
        if name.startswith("__"):
            raise AttributeError(name)
        return Later(name, self.__number)
