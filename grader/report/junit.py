"""Results as JUnit XML, for CI servers: a suite for each submission, a case for each test."""

from __future__ import annotations

from collections.abc import Iterable

import junitparser

from grader.judge.verdicts import Result, TestResult, Verdict
from grader.report.wording import details


def to_junit(results: Iterable[Result], lang: str) -> str:
    """The XML document as text. A failed test is a failure, any other trouble an error of that verdict's name."""
    document = junitparser.JUnitXml("nlp-dojo")
    for result in results:
        suite = junitparser.TestSuite("/".join(part for part in (result.member, result.kata) if part))
        for test in result.tests:
            suite.add_testcase(_case(result, test, lang))
        if not result.tests:
            case = junitparser.TestCase("submission", result.kata)
            case.result = [junitparser.Error(result.message.in_(lang) if result.message else "", result.verdict)]
            suite.add_testcase(case)
        suite.time = result.seconds
        document.add_testsuite(suite)
    document.update_statistics()
    return str(document.tostring().decode("utf-8"))


def _case(result: Result, test: TestResult, lang: str) -> junitparser.TestCase:
    case = junitparser.TestCase(test.name, result.kata)
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
