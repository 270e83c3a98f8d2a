"""Says what an exception means where a submission met the walls of its room: what its author ran at home works there.
Also that a part is not written yet, which raises in starters.

The texts are matched as the program sent them, so this explains and decides nothing: the verdict stays `error`.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from grader.catalogue import Kata
from grader.judge.outcomes import Raised
from grader.judge.verdicts import Bilingual

LIBRARIES = {
    "py": Bilingual("Python's standard library and NumPy", "Python 标准库和 NumPy"),
    "np": Bilingual("Python's standard library and NumPy", "Python 标准库和 NumPy"),
    "pt": Bilingual("Python's standard library, NumPy and PyTorch", "Python 标准库、NumPy 和 PyTorch"),
}
NOBODY_TYPES = Bilingual(
    "nobody can type here, so `input()` has nothing to read; take what you need as arguments",
    "评测时没有人输入，`input()` 读不到任何内容；请通过参数传值",
)
NO_PROCESSES = Bilingual(
    "the sandbox starts no process and has no locks between processes, which the pools of `multiprocessing` need; "
    "`concurrent.futures.ThreadPoolExecutor` works",
    "沙箱里不能启动进程，也没有 `multiprocessing` 进程池所需的进程间锁；可以用 `concurrent.futures.ThreadPoolExecutor`",
)
REFUSED = Bilingual(
    "the sandbox refuses this: a submission starts no process and opens no socket (`asyncio.run` opens one), and it "
    "writes nothing outside its temporary folder",
    "沙箱不允许这样做：不能启动进程，不能打开套接字（`asyncio.run` 会打开一个），也不能在临时目录之外写入",
)
NO_NETWORK = Bilingual("the sandbox has no network", "沙箱里没有网络")
NO_COMPILER = Bilingual(
    "it would start a C++ compiler, and the sandbox starts no process; leave it out: the results are the same",
    "它要启动 C++ 编译器，而沙箱里不能启动进程；去掉它即可，结果不变",
)
NOT_WRITTEN = Bilingual("this part is not written yet", "这部分还没有写")
NO_FILE = Bilingual(
    "the submission runs from memory, so it can't read its own file", "提交的代码在内存中运行，不能读取自身文件"
)


def explained(error: Raised, kata: Kata) -> Bilingual:
    """The exception's text; where the room is the reason, with what that means."""
    text = str(error)
    why = next((why for matches, why in _reasons(kata) if matches(error)), None)
    return Bilingual(text, text) if why is None else Bilingual(f"{text} ({why.en})", f"{text}（{why.zh}）")


def _reasons(kata: Kata) -> list[tuple[Callable[[Raised], bool], Bilingual]]:
    known = LIBRARIES[kata.needs]
    one_file = Bilingual(
        f"one file is handed in, and it can import {known.en}; put what you need of your own into the file",
        f"只提交一个文件，可以导入{known.zh}；你自己的代码请写进这个文件",
    )
    return [
        (_is("NotImplementedError", r"$"), NOT_WRITTEN),
        (_is("EOFError", r"EOF when reading a line"), NOBODY_TYPES),
        (_is("ModuleNotFoundError", r"No module named "), one_file),
        (_is("ImportError", r"attempted relative import"), one_file),
        (_is("RuntimeError", r"torch\.compile "), NO_COMPILER),
        (_is("FileNotFoundError", rf".*: '(\./)?{re.escape(kata.slug)}\.py'$"), NO_FILE),
        (_is("OSError", r"\[Errno (2|13)\] [^:]*$"), NO_PROCESSES),  # no path: `sem_open` finds no /dev/shm
        (_is("OSError", r".*name resolution|.*\[Errno -[235]\]"), NO_NETWORK),
        (_is("PermissionError", r"\[Errno 1\] "), REFUSED),
    ]


def _is(base: str, pattern: str) -> Callable[[Raised], bool]:
    found = re.compile(pattern)
    return lambda error: base in (error.type_name, *error.bases) and found.match(error.text) is not None
