"""What the page of a verdict shows besides the verdict: the file's name, and what comes after a pass."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dojo.show.verdict import Shown
    from grader.catalogue import Kata
    from grader.judge.verdicts import Result


def shown_after(
    result: Result,
    file: Path,
    katas: Mapping[str, Kata],
    lang: str,
    every: bool = False,
    first_only: bool = False,
) -> Shown:
    """For `print_result`. The next kata is looked up only after a pass; in a learners' copy, examples are none."""
    from dojo.drill.path import next_kata
    from dojo.drill.record import passed_katas
    from dojo.show.verdict import Shown
    from grader.judge.showing import clean
    from grader.judge.verdicts import Verdict

    if katas[result.kata].released:
        failed = result.verdict is not Verdict.PASSED
        return Shown(clean(str(file), 1000), lang, every, first_only, commands=failed)
    following = None
    asks: tuple[str, ...] = ()
    if result.verdict is Verdict.PASSED:
        following = next_kata(katas, passed_katas(lang), result.kata)
        asks = tuple(one.ask.in_(lang) for one in katas[result.kata].follow_ups)
    count = 0 if result.verdict is Verdict.PASSED else len(questions_on(result.kata))
    return Shown(clean(str(file), 1000), lang, every, first_only, following, asks, count)


def questions_on(kata: str) -> list[str]:
    """Ids of the questions on the kata's idea; none where the banks can't be read, which other commands report."""
    import os

    from dojo.bank.bank import BankError, open_bank
    from dojo.content import cache_home, content_root

    try:
        return open_bank(content_root(os.environ), cache_home(os.environ) / "banks").training(kata)
    except BankError:
        return []
