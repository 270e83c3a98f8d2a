"""Runs suites: collected once, their items run again for every submission.

pytest hands over control in `pytest_runtestloop`; the loop over submissions runs there. Nothing of the folder that the
judge is called from is trusted: no configuration, no conftest, no plugin and no module from there is loaded.
"""

from __future__ import annotations

import contextlib
import functools
import gc
import os
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import msgspec
import pytest

from grader.catalogue import Kata
from grader.judge import draws, handles
from grader.judge.compare import OF_KIND
from grader.judge.fixtures import recipe_for
from grader.judge.grading import Grading
from grader.judge.misconceptions import WrongSolution, recognise, wrong_solutions
from grader.judge.needs import room_limits
from grader.judge.outcome_of import not_run, promise_of, result_of, unread, unusable
from grader.judge.outcomes import Stop
from grader.judge.rooms import Rooms, SandboxFault
from grader.judge.submissions import Job
from grader.judge.verdicts import Bilingual, Result, TestResult, Verdict, worst

OPTIONS = (
    ["-c", os.devnull, "--noconftest", "--import-mode=importlib", "--assert=plain", "--strict-markers"]
    + ["-p", "grader.judge.plugin", "--capture=no", "--continue-on-collection-errors"]
    + [f"-pno:{name}" for name in ("cacheprovider", "terminal", "logging", "faulthandler", "doctest", "junitxml")]
    + [f"-pno:{name}" for name in ("unittest", "pastebin", "stepwise", "setuponly", "setupplan", "warnings")]
)

_recipe_for = functools.cache(recipe_for)
TIMEOUTS = 3  # after so many tests that ran into a limit of time the rest is not run
NOT_RUN = Bilingual(
    f"not run: {TIMEOUTS} tests before it ran into their time limit", f"没有运行：此前已有 {TIMEOUTS} 个测试超时"
)
NO_SUITE = Bilingual("the hidden suite is not in this content folder", "内容文件夹中没有隐藏测试")
LARGE = 1 << 20  # bytes that a test may have taken in without being swept up after


class Underway(msgspec.Struct, frozen=True):
    """The test that is running: the `number`th `of` so many, examples or hidden tests."""

    name: str
    promise: Bilingual
    number: int
    of: int
    example: bool


def grade_each(
    jobs: Iterable[Job],
    katas: Sequence[Kata],
    rooms: Rooms,
    on_result: Callable[[Job, Result], None],
    examples: bool = False,
    on_test: Callable[[Job, Underway], None] | None = None,
) -> None:
    """Grade `jobs` one after another as they come; all their katas must stand in `katas`.

    `on_result` is told of each verdict at once. `examples` also runs the visible tests, before the suite; a learners'
    copy has no suite, so the verdict is theirs. `on_test` is told which test begins.
    """
    run = _Run(jobs, rooms, on_result, katas, examples, on_test)
    _keep_out_of_the_folder()
    paths = [str(path) for kata in katas for path in _tests_of(kata, examples)]
    if examples:
        sys.modules["support"] = handles.LaterModule("support", handles.SUPPORT)
        sys.modules.update({kata.slug: handles.LaterModule(kata.slug, handles.SUBMISSION) for kata in katas})
    if not paths:  # pytest would look for tests where we were called
        for job in jobs:
            on_result(job, run._grade(job))
        return
    roots = {str(kata.folder.parents[2]) for kata in katas}
    root = roots.pop() if len(roots) == 1 else os.sep
    status = pytest.main([*OPTIONS, f"--rootdir={root}", *paths], plugins=[run])
    if run.trouble is not None:
        raise run.trouble
    if status is pytest.ExitCode.INTERRUPTED:  # by Ctrl-C while the suites were collected
        raise KeyboardInterrupt


class _Run:
    """The plugin of one run."""

    def __init__(
        self,
        jobs: Iterable[Job],
        rooms: Rooms,
        on_result: Callable[[Job, Result], None],
        katas: Sequence[Kata],
        examples: bool,
        on_test: Callable[[Job, Underway], None] | None,
    ) -> None:
        self.jobs = jobs
        self.on_test = on_test
        self.rooms = rooms
        self.on_result = on_result
        self.katas = {kata.slug: kata for kata in katas}
        self.examples = examples
        self.trouble: BaseException | None = None
        self.faults: dict[Path, str] = {}
        self.items: dict[Path, list[pytest.Function]] = {}
        self.known: dict[str, list[WrongSolution]] = {}

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self.faults[Path(str(report.nodeid))] = str(report.longrepr)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        for item in session.items:
            if isinstance(item, pytest.Function):
                self.items.setdefault(item.path, []).append(item)
        for kata in self.katas.values():
            self.known[kata.slug] = wrong_solutions(kata)
        if "torch" in sys.modules:
            sys.modules["torch"].set_num_threads(1)  # two threads on small tensors only wait for each other
        gc.collect()
        gc.freeze()  # a pass over the heap with torch loaded costs more than a verdict
        try:
            self.rooms.wait()
            for job in self.jobs:
                self.on_result(job, self._grade(job))
                with contextlib.suppress(SandboxFault):  # the next job will meet it, and be told as broken
                    limits = room_limits(self.katas[job.kata])
                    self.rooms.prepare(limits)  # the next one's walls are built while nobody waits
        except BaseException as error:  # pytest would print it as a fault of its own
            self.trouble = error
        return True

    def _grade(self, job: Job) -> Result:
        started = time.monotonic()
        kata = self.katas[job.kata]
        suite = self.items.get(kata.suite, [])
        limits = room_limits(kata)
        grading = Grading(kata, job.source or b"", lambda: self.rooms.open(limits))
        grading.digest = job.drawn or grading.digest
        handles.current.append(grading)
        try:
            seen = self._run(self.items.get(kata.examples, []), job, grading, True) if self.examples else []
            tests = self._run(suite, job, grading, False)
        finally:
            handles.current.pop()
            grading.close()
        shown = [(item.originalname, test.verdict) for item, test in zip(suite, tests, strict=True)]
        points, most = sum(test.points for test in tests), sum(test.max_points for test in tests)
        return Result(
            member=job.member,
            kata=kata.slug,
            file=job.file,
            verdict=worst(test.verdict for test in (seen if kata.released else tests)),
            score=points / most if most else 0.0,
            points=points,
            max_points=most,
            seconds=time.monotonic() - started,
            tests=tuple(tests),
            misconception=self._misconception(kata, grading, shown, tests),
            message=job.trouble or (None if tests or (seen and kata.released) else self._why_empty(kata)),
            examples=tuple(seen),
            cacheable=not grading.budget.load_matters,
        )

    def _run(self, items: list[pytest.Function], job: Job, grading: Grading, lenient: bool) -> list[TestResult]:
        if job.trouble is not None:
            return [unread(item, job.trouble) for item in items]
        results: list[TestResult] = []
        for number, item in enumerate(items):
            if grading.timeouts >= TIMEOUTS:
                _put_away(item)
                return results + [not_run(item, NOT_RUN) for item in items[number:]]
            if self.on_test is not None:
                self.on_test(job, Underway(item.name, promise_of(item), number + 1, len(items), lenient))
            following = next((one for one in items[number + 1 :] if _recipe_for(one) is None), None)
            asked = grading.requests
            results.append(self._run_item(item, following, grading, lenient))
            if results[-1].verdict is Verdict.TIMEOUT and grading.requests > asked:  # else it took no time
                grading.timeouts += 1
        return results

    def _run_item(
        self, item: pytest.Function, following: pytest.Item | None, grading: Grading, lenient: bool
    ) -> TestResult:
        started = time.monotonic()
        _seed(item, grading)
        raised = _raised_in(item, following, grading)
        try:
            grading.end()
        except Stop as error:
            raised = raised or error
        result = result_of(item, raised, grading, lenient)
        if grading.taken() > LARGE:  # what the test held hangs in cycles with its traceback, and the heap is frozen
            raised = raised and raised.with_traceback(None)
            gc.collect()
        if result.verdict is Verdict.BROKEN and self._reference_passes(item, following, grading):
            return unusable(result)
        return msgspec.structs.replace(result, seconds=time.monotonic() - started)

    def _misconception(
        self, kata: Kata, grading: Grading, shown: list[tuple[str, Verdict]], tests: list[TestResult]
    ) -> Bilingual | None:
        """The mistake in thinking, where the failures are of values; a list in an array's place, or None, is none."""
        of_kind = any(test.message is not None and test.message.en.startswith(OF_KIND) for test in tests)
        return None if grading.lost or of_kind else recognise(shown, self.known.get(kata.slug, []))

    def _reference_passes(self, item: pytest.Function, following: pytest.Item | None, grading: Grading) -> bool:
        """Whose fault it is that a suite fell over: ours only if the reference makes it fall over, too."""
        if grading.kata.released:  # its examples were checked where the reference is
            return True
        second = Grading(grading.kata, grading.kata.reference.read_bytes(), grading.open_room)
        second.digest = grading.digest
        handles.current.append(second)
        try:
            return _raised_in(item, following, second) is None
        finally:
            handles.current.pop()
            second.close()

    def _why_empty(self, kata: Kata) -> Bilingual:
        if kata.released:
            return NO_SUITE
        reason = next((text for path, text in self.faults.items() if path.parent.name == kata.slug), "it holds no test")
        return Bilingual(f"the suite could not be collected: {reason}", f"无法载入测试：{reason}")


def _tests_of(kata: Kata, examples: bool) -> list[Path]:
    return [path for path in ([kata.examples] if examples else []) + [kata.suite] if path.is_file()]


def _raised_in(item: pytest.Function, following: pytest.Item | None, grading: Grading) -> BaseException | None:
    """Run a test as pytest does, its fixtures included, and give what it raised.

    The hooks around a test (`runtestprotocol`) are left out: their reports are read by nobody and cost more than most
    tests do. `following` is the next test that needs pytest's machinery.
    """
    grading.begin(item.name)
    recipe = _recipe_for(item)
    if recipe is not None:
        try:
            recipe.run(item.obj)
        except KeyboardInterrupt:
            raise
        except BaseException as error:
            return error
        return None
    state: Any = item.session._setupstate
    raised = None
    item._initrequest()
    try:
        state.setup(item)
        item.runtest()
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        raised = error
    try:
        state.teardown_exact(following)
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        raised = raised or error
    item.funcargs = {}
    return raised


def _put_away(item: pytest.Function) -> None:
    """Take down the fixtures that were kept for a test that is not run."""
    state: Any = item.session._setupstate
    try:
        state.teardown_exact(None)
    except KeyboardInterrupt:
        raise
    except BaseException:  # one that asks a room which is gone; nothing follows that could tell
        return


def _seed(item: pytest.Function, grading: Grading) -> None:
    if "hypothesis" in sys.modules and hasattr(item.function, "hypothesis"):
        import hypothesis

        hypothesis.seed(int.from_bytes(draws.seed(grading.digest), "big"))(item.function)


def _keep_out_of_the_folder() -> None:
    for name in [name for name in os.environ if name.startswith("PYTEST_")]:
        del os.environ[name]
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    here, ours = os.getcwd(), str(Path(__file__).resolve().parents[2])
    sys.path[:] = [entry for entry in sys.path if os.path.abspath(entry) != here or entry == ours]
