"""The page of one verdict: the first failure in full, then one line for each kind of failure; what passed is a count.

The page fits a screen of 24 rows if it can. `--all` shows every test instead.
"""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

import msgspec
from rich.text import Text

from dojo.show.katas import questions_line
from dojo.show.terminal.console import Console, columns, print_lines, rows
from dojo.show.text.clean import one_line
from dojo.show.text.wrap import crop, hang, width, wrap
from grader.catalogue import Kata
from grader.judge.verdicts import Result, TestResult, Verdict
from grader.report.wording import PERHAPS, details, same_trouble, verdict_name

COLOURS = {Verdict.PASSED: "green", Verdict.FAILED: "red", Verdict.BROKEN: "magenta"}
PRINTED = 4  # lines of what the submission printed
LEAST = 3  # kinds of failure that are listed on a screen that is too small for all


class Shown(msgspec.Struct, frozen=True):
    """What the page shows besides the result: the learner's file, every test (`--all`), only the first failure (`-x`),
    after a pass the next kata and the follow-up questions, how many questions of the quiz are on the same idea;
    `commands`: what to run next."""

    file: str
    lang: str
    every: bool = False
    first_only: bool = False
    following: Kata | None = None
    follow_ups: tuple[str, ...] = ()
    questions: int = 0
    commands: bool = True


def print_result(result: Result, shown: Shown, *, paged: bool = False, above: int = 0) -> None:
    """Print the page as wide as the screen, on which `above` rows are taken already."""
    height = rows()
    print_lines(verdict_lines(result, shown, columns(), None if height is None else height - above), paged=paged)


def clear() -> None:
    """Clear the screen, where standard output is one."""
    Console().clear()


def verdict_lines(result: Result, shown: Shown, columns: int, rows: int | None) -> list[Text]:
    """The page in lines of at most `columns` cells; `rows` is the height of the screen, None for no limit."""
    page = _Page(result, shown, columns)
    head = [_verdict(result, shown.lang)]
    if result.verdict is Verdict.PASSED:
        return [*head, *(page.every() if shown.every else []), *page.count(), *page.afterwards()]
    if result.misconception is not None:
        text = Text(PERHAPS[shown.lang] + result.misconception.in_(shown.lang), "cyan")
        head += wrap(text, columns)
    if result.message is not None:  # nothing was run
        return [*head, Text(), *wrap(Text(result.message.in_(shown.lang)), columns)]
    foot = [*page.count(), *(page.what_next() if shown.commands else [])]
    if shown.every:
        return [*head, *page.every(), Text(), *foot]
    body = [Text(), *page.first_failure()]
    room = None if rows is None else rows - 1 - len(head) - len(body) - len(foot) - 2  # the prompt needs a row, too
    kinds = [] if shown.first_only else page.kinds(room)
    return [*head, *body, Text(), *kinds, *foot]


def _verdict(result: Result, lang: str) -> Text:
    verdict = Text(verdict_name(result.verdict, lang), style=f"bold {COLOURS.get(result.verdict, 'yellow')}")
    points = f"  {result.points:g}/{result.max_points:g} {'分' if lang == 'zh' else 'points'}"
    only_examples = bool(result.examples) and not result.tests  # a learners' copy, where nothing gives points
    line = Text.assemble(verdict, "" if only_examples else points)
    line.append(f"  {result.seconds * 1000:.0f} ms", "dim")
    return line


class _Page:
    """The parts of one page."""

    def __init__(self, result: Result, shown: Shown, columns: int) -> None:
        self.result, self.shown, self.columns = result, shown, columns
        self.zh = shown.lang == "zh"
        self.examples = {id(test) for test in result.examples}
        self.tests = [*result.examples, *result.tests]
        self.failed = [test for test in self.tests if test.verdict is not Verdict.PASSED]

    def first_failure(self) -> list[Text]:
        """The first test that did not pass, in full."""
        if same := same_trouble(self.tests):
            count = len(self.tests)
            said = f"{count} 个测试的结果都一样：" if self.zh else f"All {count} tests end the same way:"
            return [Text(said, "bold"), *self.details(same, without=("call", "hint"))]
        test = self.failed[0]
        return [*self.heading(test, ""), *self.details(test)]

    def kinds(self, room: int | None) -> list[Text]:
        """One line for each kind of failure besides the first: how many tests, their points, what happened.

        A line that is too long is cut, unless the screen has room for the rest of it.
        """
        if same_trouble(self.tests):
            return []
        first, *rest = self.failed
        kinds: dict[object, list[TestResult]] = {}
        for test in rest:
            if id(test) not in self.examples:
                kinds.setdefault(self.kind(test), []).append(test)
        lines = [self.kind_line(tests, same=kind == self.kind(first)) for kind, tests in kinds.items()]
        if examples := sum(id(test) in self.examples for test in rest):
            line = self.mark(rest[0])
            said = f"{examples} more example{'' if examples == 1 else 's'}, no points"
            line.append(f"另外 {examples} 个示例，不计分" if self.zh else said, "dim")
            lines.insert(0, line)
        if not lines:
            return []
        most = len(lines) if room is None else max(room, LEAST)
        whole = [piece for line in lines for piece in hang(line, self.columns, Text(""), "    ")]
        if room is None or len(whole) <= most:
            lines = whole
        elif len(lines) > most:
            more = len(lines) - most + 1
            said = f"  还有 {more} 类：--all" if self.zh else f"  {more} more kinds: --all"
            lines = [*lines[: most - 1], Text(said, "dim")]
        lines = [crop(line, self.columns) for line in lines]
        return [Text("同样未通过：" if self.zh else "Also not passed:", "bold"), *lines]

    def kind(self, test: TestResult) -> object:
        """What makes two failures one kind: the same message, or for wrong values the same promise."""
        if test.verdict is Verdict.FAILED or test.message is None:
            return (test.verdict, test.promise.en)
        return (test.verdict, test.message.en)

    def kind_line(self, tests: Sequence[TestResult], same: bool) -> Text:
        test = tests[0]
        line = self.mark(test)
        many = "" if len(tests) == 1 else f"{len(tests)} 个测试，" if self.zh else f"{len(tests)} tests, "
        line.append(f"{many}{self.points(tests)}  ", "dim")
        if test.verdict is not Verdict.FAILED:
            line.append(verdict_name(test.verdict, self.shown.lang), "yellow")
            line.append(("，" if self.zh else ", ") if same else "：" if self.zh else ": ")
        if same and test.verdict is not Verdict.FAILED:
            line.append(f"{'同' if self.zh else 'as in'} {self.name(self.failed[0])}")
        elif test.message is not None and test.verdict is not Verdict.FAILED:
            line.append(" ".join(test.message.in_(self.shown.lang).split()))
        else:
            line.append(self.promise(test))
        return line

    def every(self) -> list[Text]:
        """All tests, numbered; what did not pass with its details, the same exception only once."""
        lines: list[Text] = []
        told: dict[object, int] = {}
        number = 0
        for title, tests in (
            ("示例（不计分）" if self.zh else "examples (no points)", self.result.examples),
            ("测试" if self.zh else "tests", self.result.tests),
        ):
            if tests:
                lines += [Text(), Text(title, "bold")]
            for _, run in groupby(tests, key=lambda test: (test.promise.en, test.verdict, self.kind(test))):
                same = list(run)  # one promise kept on several inputs is one line
                test, number = same[0], number + 1
                passed = test.verdict is Verdict.PASSED
                before = None if passed else told.get((self.kind(test), test.line))
                note = f" ×{len(same)}" if len(same) > 1 else ""
                if before is not None and test.verdict is not Verdict.FAILED:
                    again = f"同 {before}" if self.zh else f"as in {before}"
                    lines += self.heading(test, f"{number}{note}", same, again)
                    continue
                lines += self.heading(test, f"{number}{note}", same)
                if not passed:
                    told[self.kind(test), test.line] = number
                    lines += self.details(test, printed=1000)
        return lines

    def heading(self, test: TestResult, label: str, tests: Sequence[TestResult] = (), instead: str = "") -> list[Text]:
        """A test's mark, label and promise, its points at the end."""
        text = Text(self.promise(test))
        if test.verdict not in (Verdict.PASSED, Verdict.FAILED):
            verdict = verdict_name(test.verdict, self.shown.lang)
            said = verdict + ("，" if self.zh else ", ") + instead if instead else verdict
            text.append(f"（{said}）" if self.zh else f" ({said})", "yellow")
        text.append("  " + self.points(tests or [test]).replace(" ", "\u00a0"), "dim")
        first = self.mark(test)
        if label:
            first.append(f"{label}  ", "dim")
        return hang(text, self.columns, first)

    def details(self, test: TestResult, without: Sequence[str] = (), printed: int = PRINTED) -> list[Text]:
        """What is known of a test that did not pass, each value beside its label."""
        fields = [field for field in details(test, self.shown.lang) if field[0] not in without]
        if not without:
            fields.append(("test", "测试" if self.zh else "test", self.name(test)))
        column = max((width(label) for _, label, _ in fields), default=0) + 2
        lines: list[Text] = []
        for name, label, value in fields:
            first = Text.assemble("    ", (label + " " * (column - width(label)), "dim"))
            shown = f"{self.shown.file}:{value}" if name == "line" else value
            lines += hang(Text(shown), self.columns, first)
        if test.output:
            output = test.output.rstrip("\n").split("\n")
            lines.append(Text("    " + ("输出" if self.zh else "printed"), "dim"))
            for line in output[:printed]:
                lines += hang(Text(line.expandtabs(4)), self.columns, Text("      "))
            if (more := len(output) - printed) > 0:
                said = f"还有 {more} 行：--all" if self.zh else f"{more} more lines: --all"
                lines.append(Text(f"      … {said}", "dim"))
        return lines

    def count(self) -> list[Text]:
        """How many tests passed; examples give no points."""
        parts = []
        for tests, en, zh in (
            (self.result.tests, "tests passed", "个测试"),
            (self.result.examples, "examples passed (examples give no points)", "个示例（示例不计分）"),
        ):
            if tests:
                passed, every = sum(test.verdict is Verdict.PASSED for test in tests), len(tests)
                parts.append(f"{every} {zh}中通过 {passed} 个" if self.zh else f"{passed} of {every} {en}")
        return wrap(Text(("，" if self.zh else ", ").join(parts)), self.columns) if parts else []

    def as_argument(self) -> str:
        """The file as `dojo kata test` finds it from here: the kata's name, if that is enough."""
        kata, file = self.result.kata, Path(self.shown.file)
        near = (Path(f"{kata}.py"), Path(kata, f"{kata}.py"))
        return kata if file in near else shlex.quote(self.shown.file)

    def what_next(self) -> list[Text]:
        kata = self.result.kata
        every = f"dojo kata test {self.as_argument()} --all"
        en = f"a hint: dojo kata hint {kata}; every test: {every}"
        zh = f"看提示：dojo kata hint {kata}；每个测试：{every}"
        lines = wrap(Text(zh if self.zh else en, "dim"), self.columns)
        if count := self.shown.questions:
            lines += wrap(Text(questions_line(kata, count, self.shown.lang), "dim"), self.columns)
        return lines

    def afterwards(self) -> list[Text]:
        """After a pass: the next kata, then the reference, then what an interviewer asks."""
        kata, following = self.result.kata, self.shown.following
        steps: list[tuple[str, str]] = []
        if following is not None:
            title, minutes = one_line(following.title.in_(self.shown.lang)), following.minutes
            about = f"下一题：{title}，约 {minutes} 分钟" if self.zh else f"the next kata: {title}, {minutes} min"
            steps.append((f"dojo kata start {following.slug}", about))
        if self.shown.commands:
            steps.append((f"dojo kata solution {kata}", "参考答案" if self.zh else "the reference solution"))
        lines = [Text()] if steps else []
        column = max((width(command) for command, _ in steps), default=0) + 3
        for command, about in steps:
            label = Text.assemble((command, "bold cyan"), " " * (column - width(command)))
            lines += hang(Text(about), self.columns, label, "    ")
        if self.shown.follow_ups:
            en = "An interviewer may go on to ask (answers come with the reference):"
            said = "面试官可能会追问（参考回答附在参考答案之后）：" if self.zh else en
            lines += [Text(), *wrap(Text(said, "bold"), self.columns)]
            for ask in self.shown.follow_ups:
                lines += hang(Text(ask), self.columns, Text("  - "))
        return lines

    def mark(self, test: TestResult) -> Text:
        passed = test.verdict is Verdict.PASSED
        return Text.assemble(("  ✓ " if passed else "  ✗ ", COLOURS.get(test.verdict, "yellow")))

    def points(self, tests: Sequence[TestResult]) -> str:
        """What the tests give, or that they are examples."""
        if id(tests[0]) in self.examples:
            return "示例，不计分" if self.zh else "example, no points"
        points = sum(test.max_points for test in tests)
        if self.zh:
            return f"{points:g} 分"
        return f"{points:g} point{'' if points == 1 else 's'}"

    def name(self, test: TestResult) -> str:
        """The name as `--test` takes it."""
        return test.name.removeprefix("test_")

    def promise(self, test: TestResult) -> str:
        """The promise; an example without one is named."""
        text = test.promise.in_(self.shown.lang)
        return text if text != test.name else self.name(test).replace("_", " ")
