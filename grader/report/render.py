"""All reports by name: results, the tier and the language in, a text out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from grader.judge.verdicts import Result
from grader.report.html import to_html
from grader.report.json import to_json
from grader.report.junit import to_junit
from grader.report.markdown import to_markdown

RENDERERS: dict[str, Callable[[Sequence[Result], str, str], str]] = {
    "json": to_json,
    "junit": lambda results, _, lang: to_junit(results, lang),
    "markdown": lambda results, _, lang: to_markdown(results, lang),
    "html": to_html,
}
