"""The page of one verdict: a line for each test, and for those that did not pass what a learner needs to mend them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dojo.show.terminal.console import Console
from grader.judge.verdicts import Result, TestResult, Verdict
from grader.report.wording import AS_ABOVE, EVERY, MORE_HINTS, PERHAPS, Told, details, same_trouble, verdict_name

COLOURS = {Verdict.PASSED: "green", Verdict.FAILED: "red", Verdict.BROKEN: "magenta"}
DETAILED = 3  # tests that are told in full; more than a screen helps nobody
PRINTED = 12  # lines of what the submission printed


def print_result(result: Result, file: str, lang: str) -> None:
    """The verdict and what is perhaps behind it; examples, then the suite; the verdict again and what to do next."""
    console = Console(highlight=False)
    zh = lang == "zh"
    same = same_trouble([*result.examples, *result.tests])
    verdict = _verdict(result, lang)
    if result.verdict is not Verdict.PASSED:  # what failed may fill more than a screen: this must not stand below it
        console.print(verdict)
        if result.misconception is not None and same is None:
            console.print(Text(PERHAPS[lang] + result.misconception.in_(lang), style="cyan"))
        console.print()
    if same is not None:
        console.print(Text(EVERY[lang], style="bold"))
        _print_details(console, same, file, lang, without=("call", "hint"))
    else:
        told = Told()
        for title, tests in (
            ("示例" if zh else "examples", result.examples),
            ("测试" if zh else "tests", result.tests),
        ):
            if tests:
                console.print(Text(title, style="bold"))
                _print_tests(console, tests, told, file, lang)
    if result.message is not None and not result.tests:
        console.print(Text(result.message.in_(lang)))
    console.print()
    console.print(verdict)
    if result.verdict is Verdict.PASSED:
        console.print(
            Text(f"dojo kata solution {result.kata}" + (" 看参考答案" if zh else " shows the reference"), "dim")
        )
    else:
        console.print(Text(MORE_HINTS[lang].format(kata=result.kata), "dim"))


def _verdict(result: Result, lang: str) -> Text:
    verdict = Text(verdict_name(result.verdict, lang), style=f"bold {COLOURS.get(result.verdict, 'yellow')}")
    verdict.append(f"  {result.points:g}/{result.max_points:g} {'分' if lang == 'zh' else 'points'}", "default")
    verdict.append(f"  {result.seconds * 1000:.0f} ms", "dim")
    return verdict


def clear() -> None:
    """An empty screen, where standard output is one."""
    Console().clear()


def _print_tests(console: Console, tests: Sequence[TestResult], trouble: Told, file: str, lang: str) -> None:
    told = 0
    for (promise, _), run in groupby(tests, key=lambda test: (_promise(test, lang), test.verdict)):
        same = list(run)  # one promise kept on several inputs is one line
        test, passed = same[0], same[0].verdict is Verdict.PASSED
        line = Text(promise)
        again = not passed and trouble.again(test)
        if len(same) > 1:
            line.append(f" ×{len(same)}", "dim")
        if not passed and test.verdict is not Verdict.FAILED:
            line.append(f" ({verdict_name(test.verdict, lang)}{AS_ABOVE[lang] if again else ''})", "yellow")
        row = Table.grid(padding=(0, 1))
        row.add_row(Text("  ✓" if passed else "  ✗", style=COLOURS.get(test.verdict, "yellow")), line)
        console.print(row)
        if passed or again:
            continue
        told += 1
        if told <= DETAILED:
            _print_details(console, test, file, lang)
    if told > DETAILED:
        rest = told - DETAILED
        more = (
            f"还有 {rest} 项未通过，先改上面的" if lang == "zh" else f"{rest} more did not pass; mend those above first"
        )
        console.print(Text(f"    {more}", style="dim"))


def _promise(test: TestResult, lang: str) -> str:
    """The promise; an example that has none says it by its name."""
    text = test.promise.in_(lang)
    return text if text != test.name else test.name.removeprefix("test_").replace("_", " ")


def _print_details(console: Console, test: TestResult, file: str, lang: str, without: Sequence[str] = ()) -> None:
    table = Table.grid(padding=(0, 1))
    for name, label, value in details(test, lang):
        if name not in without:
            table.add_row(Text(label, style="dim"), Text(f"{file}:{value}" if name == "line" else value))
    console.print(Padding(table, (0, 0, 0, 4)))
    if test.output:
        lines = test.output.rstrip("\n").split("\n")
        console.print(Padding(Text("输出" if lang == "zh" else "printed", style="dim"), (0, 0, 0, 4)))
        for printed in lines[:PRINTED]:
            console.print(Padding(Text(printed), (0, 0, 0, 6)))
        if len(lines) > PRINTED:
            console.print(Padding(Text(f"… ({len(lines) - PRINTED})", style="dim"), (0, 0, 0, 6)))
