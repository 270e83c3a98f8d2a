"""Looks for whatever makes the claims: among modules, frames, all objects and all classes, in traces and in audits.

What a lent object, a block or the frame beneath a call shows of the grader is named here and holds nothing to replace.

also: error (an exception is due where it raises one)
quick: yes
"""

import gc
import signal
import sys
import threading
import types

HARMLESS = ("trampoline", "stand_in", "blocks", "kernels", "looking")
ours = [name for name in sys.modules if name.partition(".")[0] == "grader"]
found = {f"module {name}" for name in ours}
heard = []


busy = []


def look_at(frame, where):
    if busy:
        return
    busy.append(where)
    try:
        look(frame, where)
    finally:
        busy.pop()


def look(frame, where):
    while frame is not None:
        name = str(frame.f_globals.get("__name__"))
        if name == __name__:
            frame = frame.f_back
            continue
        if name.startswith("grader") and name.rpartition(".")[2] not in HARMLESS:
            found.add(f"{where}: a frame of {name}.{frame.f_code.co_name}")
        for scope in (frame.f_locals, frame.f_globals):
            for key, value in list(scope.items()):
                kind = type(value).__module__
                own = value.__module__ if type(value) is types.FunctionType else kind
                if str(own).startswith("grader") and str(own).rpartition(".")[2] not in HARMLESS:
                    found.add(f"{where}: {key} in {name}")
        frame = frame.f_back


def hook(*_):
    look_at(sys._getframe(1), "hook")


class Spy:
    """Anything that is done to it looks at who does it."""

    @property
    def __class__(self):
        look_at(sys._getframe(1), "class")
        return list

    def __getattr__(self, name):
        look_at(sys._getframe(1), f"attribute {name}")
        raise KeyError(name)

    def __del__(self):
        look_at(sys._getframe(1), "end")


class Words(Exception):
    def __str__(self):
        look_at(sys._getframe(1), "text")
        return "nothing to weigh"


class Stream:
    def write(self, text):
        look_at(sys._getframe(1), "write")

    def flush(self):
        look_at(sys._getframe(1), "flush")


def everything():
    gc.unfreeze()
    for thing in gc.get_objects():
        name = None
        if type(thing) is types.FunctionType:
            name = thing.__module__
        elif type(thing) is types.ModuleType:
            name = thing.__name__
        elif type(thing) is types.GeneratorType:
            name = thing.gi_frame and thing.gi_frame.f_globals.get("__name__")
        elif type(thing) is dict and "__name__" in thing:
            name = thing["__name__"]
        name = str(name)
        if str(type(thing).__module__).startswith("grader.wire"):
            found.add(f"object: a {type(thing).__name__}")
        mine = name.startswith(("grader.wire", "grader.sandbox.worker", "grader.sandbox.saying", "grader.sandbox.hiding"))
        if mine or name == "grader.sandbox.gradients":
            found.add(f"object: a {type(thing).__name__} of {name}")
    waiting, seen = [object], set()
    while waiting:
        kind = waiting.pop()
        if kind in seen:
            continue
        seen.add(kind)
        waiting += type.__subclasses__(kind)
        if str(kind.__module__).startswith(("grader.wire", "grader.sandbox.worker")):
            found.update(f"class: {kind.__name__}.{key}" for key, value in vars(kind).items() if type(value) is types.FunctionType)


def softmax(x):
    look_at(sys._getframe(), "below")
    for frame in sys._current_frames().values():
        look_at(frame, "threads")
    try:
        raise ValueError
    except ValueError as error:
        look_at(error.__traceback__.tb_frame.f_back, "traceback")
    if len(heard) < 2:
        heard.append(everything())
    sys.setprofile(hook)
    sys.settrace(hook)
    threading.setprofile(hook)
    sys.stdout = Stream()
    if not x:
        raise Words
    signal.signal(signal.SIGALRM, lambda number, frame: look_at(frame, "signal"))
    signal.setitimer(signal.ITIMER_REAL, 0.001, 0.001)
    assert not found, found
    return [7.0, Spy()]
