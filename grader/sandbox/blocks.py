"""Blocks on what a kata forbids, inside the worker.

Forbidden names are a rule of the game, not a wall: who gets round them has still computed the right answer. What
counts is reaching the thing. So an import of a forbidden module works and gives a `Wall`, and only using it is
reported; a forbidden function or class is replaced where it lives and wherever a loaded module holds it under its name.
"""

from __future__ import annotations

import importlib.abc
import importlib.machinery
import sys
from collections.abc import Callable, Iterable, Sequence
from types import ModuleType
from typing import Any, NoReturn

from grader.sandbox.kernels import KERNELS, block_kernels


class ForbiddenReached(BaseException):
    """Raised where a submission reaches a forbidden name; no `Exception`, so that `except Exception` lets it pass."""


class Blocks(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """The blocks of one submission. `reached` are the forbidden names that were used, though the error be caught."""

    def __init__(self, names: Iterable[str], reached: list[str]) -> None:
        self.names = tuple(names)
        self.reached = reached
        self._late = {name.rpartition(".")[0] for name in self.names}
        self._places = {name: place for name in self.names for place in _places(name)}
        self._sources: dict[str, str] = {}  # files that hold a forbidden class, which running them again would renew

    def install(self) -> None:
        """Put the blocks up. To be called before the submission is run."""
        sys.meta_path.insert(0, self)
        sys.addaudithook(self._hear)  # stays, whatever becomes of sys.meta_path
        for name in self.names:
            parent, _, leaf = name.rpartition(".")
            holder = sys.modules.get(parent)
            if holder is not None and not isinstance(getattr(holder, leaf, None), ModuleType | None):
                self._block_member(name, holder, leaf)
                continue
            if name not in sys.modules:
                continue
            for loaded in [key for key in sys.modules if key == name or key.startswith(name + ".")]:
                sys.modules[loaded] = Wall(loaded, self.reach)
            if holder is not None:
                setattr(holder, leaf, sys.modules[name])

    def reach(self, name: str) -> NoReturn:
        self.reached.append(name)
        raise ForbiddenReached(name)

    def _hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        """The code of a forbidden module is run, by whatever loader."""
        if event == "exec":
            path = str(arguments[0].co_filename)
            for name, place in self._places.items():
                if path.startswith(place + "/") or path == place + ".py":
                    self.reach(name)
            if path in self._sources:
                self.reach(self._sources[path])

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if any((fullname + ".").startswith(name + ".") for name in self.names):
            return importlib.machinery.ModuleSpec(fullname, self, is_package=True)
        if fullname in self._late:
            return self._block_when_loaded(fullname, path)
        return None

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> ModuleType:
        return Wall(spec.name, self.reach)

    def exec_module(self, module: ModuleType) -> None:
        """A wall has nothing to run."""

    def _block_when_loaded(self, fullname: str, path: Sequence[str] | None) -> importlib.machinery.ModuleSpec | None:
        """A module that holds a forbidden member and is imported only now: block the member once it has run."""
        spec = importlib.machinery.PathFinder.find_spec(fullname, path)
        if spec is None or spec.loader is None:
            return None
        run = spec.loader.exec_module

        def run_and_block(module: ModuleType) -> None:
            run(module)
            for name in self.names:
                parent, _, leaf = name.rpartition(".")
                if parent == fullname and not isinstance(getattr(module, leaf, None), ModuleType | None):
                    self._block_member(name, module, leaf)

        spec.loader.exec_module = run_and_block  # type: ignore[method-assign]  # the loader belongs to this spec alone
        return spec

    def _block_member(self, name: str, holder: ModuleType, leaf: str) -> None:
        member = getattr(holder, leaf)

        def blocked(*_: object, **__: object) -> NoReturn:
            self.reach(name)

        if isinstance(member, type):
            # The class stays a class, since other code tests for it or inherits from it; making or running one counts.
            for method in ("__init__", "forward"):
                setattr(member, method, blocked)
            source = getattr(sys.modules.get(member.__module__), "__file__", None)
            self._sources |= {source: name} if source else {}
        elif leaf not in KERNELS:
            for module in list(sys.modules.values()):
                if isinstance(module, ModuleType) and module.__dict__.get(leaf) is member:
                    setattr(module, leaf, blocked)
        for part in KERNELS.get(leaf, ()):
            block_kernels(part, blocked)


def _places(name: str) -> list[str]:
    """Where the files of a module lie, be it loaded or not: paths of a folder, or of a file without its `.py`."""
    top, *rest = name.split(".")
    spec = importlib.machinery.PathFinder.find_spec(top)
    folders = () if spec is None else spec.submodule_search_locations or [str(spec.origin).removesuffix(".py")]
    return ["/".join([folder, *rest]) for folder in folders]


class Wall(ModuleType):
    """Stands in for a forbidden module: it can be imported and passed about, and any use of it is reported."""

    def __init__(self, name: str, reach: Callable[[str], NoReturn]) -> None:
        super().__init__(name)
        self.__dict__["_reach"] = reach
        self.__path__: list[str] = []

    def __getattr__(self, name: str) -> Any:
        # `from wall import name` first asks the import system, which asks for the attribute and then for a submodule.
        if name.startswith("__") or sys._getframe(1).f_code.co_filename.startswith("<frozen importlib"):
            raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}")
        return self.__dict__["_reach"](f"{self.__name__}.{name}")

    def __call__(self, *_: object, **__: object) -> Any:
        return self.__dict__["_reach"](self.__name__)
