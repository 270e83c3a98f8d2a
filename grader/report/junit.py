"""Results as JUnit XML, for CI servers: a suite for each submission, a case for each test.

A kata that was not handed in is a case of its own: a failure if it was required, otherwise skipped. A run that was
stopped by Ctrl-C has a skipped case that says so.
"""

from __future__ import annotations

import collections
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator, Sequence

import junitparser

from grader.judge.verdicts import Result, TestResult, Verdict
from grader.report.summary import Summary
from grader.report.wording import NOT_HANDED_IN, details, stopped

SUBMISSION = "submission"  # the name of a case for a whole file
LEAST_TIME = 1e-6  # seconds; 0 would mean that the test did not run


def to_junit(summary: Summary, lang: str) -> str:
    """The XML document as text. A failed test is a failure, any other trouble an error of that verdict's name."""
    document = junitparser.JUnitXml("nlp-dojo")  # its own `add_testsuite` compares each suite with all before it
    for name, result in _named(summary.results):
        suite = junitparser.TestSuite(name)
        suite.add_testcases([_case(name, result, test, lang) for test in result.tests] or [_whole(name, result, lang)])
        document._elem.append(suite._elem)
    for member in summary.absent:
        document._elem.append(_skipped(member, NOT_HANDED_IN[lang])._elem)
    if summary.stopped:
        document._elem.append(_skipped("nlp-dojo", stopped(summary, lang))._elem)
    document.update_statistics()
    for suite, result in zip(document, summary.results, strict=False):
        suite.time = result.seconds  # includes loading, which no test accounts for
    document.time = sum(result.seconds for result in summary.results)
    tree = ElementTree.fromstring(document.tostring())
    ElementTree.indent(tree)
    return "<?xml version='1.0' encoding='utf-8'?>\n" + ElementTree.tostring(tree, encoding="unicode") + "\n"


def _named(results: Sequence[Result]) -> Iterator[tuple[str, Result]]:
    """Each result with its class name, `<member>.<kata>`; with the path as well if that is not unique."""
    names = [".".join(part for part in (result.member, result.kata) if part) for result in results]
    often = collections.Counter(names)
    for name, result in zip(names, results, strict=True):
        yield (f"{name} ({result.file})" if often[name] > 1 else name), result


def _case(name: str, result: Result, test: TestResult, lang: str) -> junitparser.TestCase:
    timed = any(other.seconds for other in result.tests)  # a result file holds no time of a single test
    case = _placed(test.name, name, result, test.line, test.seconds if timed else None)
    if test.verdict is not Verdict.PASSED:
        kind = junitparser.Failure if test.verdict is Verdict.FAILED else junitparser.Error
        lines = [test.promise.in_(lang)]
        lines += [f"{label}: {value}" for _, label, value in details(test, lang)]
        outcome = kind(test.promise.in_(lang), test.verdict)
        outcome.text = "\n".join(lines)
        case.result = [outcome]
    if test.output:
        case.system_out = test.output
    return case


def _whole(name: str, result: Result, lang: str) -> junitparser.TestCase:
    message = result.message.in_(lang) if result.message else ""
    case = _placed(SUBMISSION, name, result, None, result.seconds)
    if result.file is None:
        case.result = [junitparser.Failure(message, NOT_HANDED_IN[lang])]
    else:
        case.result = [junitparser.Error(message, result.verdict)]
    return case


def _placed(test: str, name: str, result: Result, line: int | None, seconds: float | None) -> junitparser.TestCase:
    known = result.file is not None and seconds is not None
    case = junitparser.TestCase(test, name, max(seconds or 0.0, LEAST_TIME) if known else None)
    if result.file is not None:
        case._elem.set("file", result.file)
        case._elem.set("line", str(line or 1))
    return case


def _skipped(name: str, message: str) -> junitparser.TestSuite:
    case = junitparser.TestCase(SUBMISSION, name)
    case.result = [junitparser.Skipped(message, message)]
    suite = junitparser.TestSuite(name)
    suite.add_testcase(case)
    return suite
