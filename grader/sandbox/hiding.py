"""Keeps the worker out of a submission's sight, in the one process that both must share.

Whoever looks into their own process finds everything in the end, by machine code if not by Python. What is kept from
them is a way that one line opens: a module to import or to take from `sys.modules`, a frame below theirs, an object
that the garbage collector lists, a class among `object.__subclasses__()` whose methods they could replace, a builtin
that the worker would call. What the judge must know for certain it sees for itself (docs/security.md).
"""

from __future__ import annotations

import builtins
import ctypes
import functools
import gc
import importlib.machinery
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from types import (
    BuiltinFunctionType,
    CellType,
    FunctionType,
    GeneratorType,
    MethodType,
    ModuleType,
    SimpleNamespace,
)
from typing import Any

OURS = "grader"
SIGNAL_SET = 128  # bytes, at least, of the set that the C library takes
SEEN = ("trampoline", "stand_in", "blocks", "kernels", "looking")  # whose frames and functions a submission gets
FOLLOWED = (dict, list, tuple, set, CellType, FunctionType, MethodType, GeneratorType, ModuleType, SimpleNamespace)
_untrack = ctypes.pythonapi.PyObject_GC_UnTrack
_untrack.argtypes, _untrack.restype = [ctypes.py_object], None
_hiding: list[bool] = []  # whether anything is to be hidden: not where a worker is tested, and ends
_is_tracked = gc.is_tracked
_track = ctypes.pythonapi.PyObject_GC_Track
_track.argtypes, _track.restype = [ctypes.py_object], None
_keep = ctypes.pythonapi.Py_IncRef  # for ever, though nothing refers to it
_keep.argtypes, _keep.restype = [ctypes.py_object], None


@contextmanager
def private_builtins() -> Iterator[None]:
    """Modules of ours that are imported here get builtins of their own, which nobody else can replace."""
    own = {name: value for name, value in vars(builtins).items() if name not in ("__name__", "__spec__", "__loader__")}

    def find_spec(name: str, path: Sequence[str] | None, _: Any = None) -> importlib.machinery.ModuleSpec | None:
        if name.partition(".")[0] != OURS or name.rpartition(".")[2] in SEEN:
            return None
        spec = importlib.machinery.PathFinder.find_spec(name, path)
        if spec is not None and spec.loader is not None:
            loader: Any = spec.loader
            execute = loader.exec_module

            def exec_module(module: ModuleType) -> None:
                module.__dict__["__builtins__"] = own
                del loader.exec_module
                execute(module)

            loader.exec_module = exec_module  # of this module alone
        return spec

    finder: Any = SimpleNamespace(find_spec=find_spec)
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        sys.meta_path.remove(finder)


def pointer(function: Callable[..., Any], arguments: int) -> Callable[..., Any]:
    """Something that can be called in place of `function` and holds no reference to it. It must not raise."""
    kind = ctypes.PYFUNCTYPE(ctypes.py_object, *[ctypes.py_object] * arguments)
    thunk = kind(function)
    _keep(thunk)
    address = ctypes.cast(thunk, ctypes.c_void_p).value
    assert address is not None
    return kind(address)


def signals() -> tuple[Callable[[], object], Callable[[], object]]:
    """Two functions for one thread: hold signals back, whose handlers see the frame they interrupt, and let them in."""
    if sys.platform != "linux":
        return int, int
    mask = ctypes.PyDLL(None).pthread_sigmask  # does not let go of the interpreter for it
    mask.argtypes = [ctypes.c_int, ctypes.c_char_p, ctypes.c_void_p]
    hold, let = (functools.partial(mask, 2, byte * SIGNAL_SET, None) for byte in (b"\xff", b"\0"))  # 2 is SIG_SETMASK
    return hold, let


def untracked(thing: Any) -> Any:
    """`thing`, which the garbage collector forgets: it will list it nowhere, and never free it if it is in a cycle."""
    if _hiding:
        _untrack(thing)
    return thing


def tracked(thing: Any) -> None:
    """Take `untracked` back, as must be before a generator ends."""
    if not _is_tracked(thing):
        _track(thing)


def forget_modules() -> None:
    """Nothing of ours stands in `sys.modules` any more; what is imported goes on working."""
    for name in [name for name in sys.modules if name.partition(".")[0] == OURS]:
        del sys.modules[name]


def untrack_all(*roots: Any) -> None:
    """Forget `roots`, and of what they refer to all that is ours; from now on also what is given to `untracked`."""
    _hiding.append(True)
    waiting, found = [*roots], dict[int, Any]()
    while waiting:
        thing = waiting.pop()
        if id(thing) not in found and _is_ours(thing):
            found[id(thing)] = thing
            waiting += _references(thing)
    for thing in found.values():
        _keep(thing)  # for what is untracked may not die
        _untrack(thing)


def _is_ours(thing: Any) -> bool:
    kind = type(thing)
    if kind is ModuleType:
        return bool(thing.__name__.partition(".")[0] == OURS)
    if kind is FunctionType:
        return bool(str(thing.__module__).partition(".")[0] == OURS)
    if kind is dict and "__name__" in thing:
        return bool(str(thing["__name__"]).partition(".")[0] == OURS)
    return kind in FOLLOWED or kind.__name__ in ("CFunctionType", "CThunkObject", "Decoder")


def _references(thing: Any) -> list[Any]:
    return [one for one in gc.get_referents(thing) if not isinstance(one, BuiltinFunctionType | type)]
