"""The program `dojo`. The everyday call, `dojo quiz` alone, starts without the command-line library.

That library takes a sixth of the time until the first question and would find nothing to do: without options and
arguments there is nothing to read, to check or to complain of. Every other call goes through `dojo.cli`.
"""

from __future__ import annotations

import gc
import os
import sys


def run() -> None:
    """What the commands `dojo` and `nlp-dojo` call."""
    if sys.argv[1:] == ["quiz"] and "_DOJO_COMPLETE" not in os.environ and "_NLP_DOJO_COMPLETE" not in os.environ:
        _quiz()
    from dojo.cli import main

    main()


def _quiz() -> None:
    gc.set_threshold(50_000)  # as in `dojo.cli`: nothing that is made until the first question is garbage
    from dojo.quiz.begin import Wish
    from dojo.show.language import language
    from dojo.show.quiz.whole import run_quiz
    from dojo.show.terminal.ending import piped
    from dojo.show.terminal.streams import open_streams

    open_streams()
    with piped():
        sys.exit(run_quiz(Wish(), "zh" if language(None, os.environ) == "zh" else "en", plain=False, count=None))


if __name__ == "__main__":
    run()
