"""The page of one verdict: a line for each test, and for each that did not pass what a learner needs to mend it."""

from __future__ import annotations

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from grader.judge.verdicts import Result, TestResult, Verdict
from grader.report.wording import details, verdict_name

COLOURS = {Verdict.PASSED: "green", Verdict.FAILED: "red", Verdict.BROKEN: "magenta"}
DETAILED = 3  # tests that are told in full; more than a screen helps nobody
PRINTED = 12  # lines of what the submission printed


def print_result(result: Result, file: str, lang: str) -> None:
    """Examples, then the suite, then what to do next."""
    console = Console(highlight=False)
    zh = lang == "zh"
    if result.examples:
        console.print(Text("示例" if zh else "examples", style="bold"))
        _print_tests(console, result.examples, file, lang)
    console.print(Text("测试" if zh else "hidden suite", style="bold"))
    _print_tests(console, result.tests, file, lang)
    if result.message is not None and not result.tests:
        console.print(Text(result.message.in_(lang)))
    verdict = Text(verdict_name(result.verdict, lang), style=f"bold {COLOURS.get(result.verdict, 'yellow')}")
    verdict.append(f"  {result.points:g}/{result.max_points:g} {'分' if zh else 'points'}", "default")
    verdict.append(f"  {result.seconds * 1000:.0f} ms", "dim")
    console.print()
    console.print(verdict)
    if result.misconception is not None:
        console.print(Text(("常见误解:" if zh else "A known mistake: ") + result.misconception.in_(lang), style="cyan"))
    if result.verdict is Verdict.PASSED:
        console.print(
            Text("dojo kata solution " + result.kata + (" 看参考答案" if zh else " shows the reference"), "dim")
        )
    else:
        console.print(Text("dojo kata hint " + result.kata + (" 看提示" if zh else " gives a hint"), "dim"))


def clear() -> None:
    """An empty screen, where standard output is one."""
    Console().clear()


def _print_tests(console: Console, tests: tuple[TestResult, ...], file: str, lang: str) -> None:
    told = 0
    for test in tests:
        passed = test.verdict is Verdict.PASSED
        mark = Text("  ✓ " if passed else "  ✗ ", style=COLOURS.get(test.verdict, "yellow"))
        mark.append(test.promise.in_(lang), "default")
        if not passed and test.verdict is not Verdict.FAILED:
            mark.append(f" ({verdict_name(test.verdict, lang)})", "yellow")
        console.print(mark)
        if not passed and told < DETAILED:
            told += 1
            _print_details(console, test, file, lang)


def _print_details(console: Console, test: TestResult, file: str, lang: str) -> None:
    for name, value in details(test, lang):
        if test.line is not None and value == str(test.line):
            value = f"{file}:{value}"
        line = Text(f"{name}: ", style="dim")
        line.append(value, "default")
        console.print(Padding(line, (0, 0, 0, 6)))
    if test.output:
        lines = test.output.rstrip("\n").split("\n")
        console.print(Padding(Text("输出:" if lang == "zh" else "printed:", style="dim"), (0, 0, 0, 6)))
        for printed in lines[:PRINTED]:
            console.print(Padding(Text(printed), (0, 0, 0, 8)))
        if len(lines) > PRINTED:
            console.print(Padding(Text(f"… ({len(lines) - PRINTED})", style="dim"), (0, 0, 0, 8)))
