"""All reports by name: a cohort and the language in, a text or its bytes out."""

from __future__ import annotations

from collections.abc import Callable

from grader.report.html import to_html
from grader.report.json import to_json
from grader.report.junit import to_junit
from grader.report.markdown import to_markdown
from grader.report.summary import Summary

RENDERERS: dict[str, Callable[[Summary, str], str | bytes]] = {
    "json": to_json,
    "junit": to_junit,
    "markdown": to_markdown,
    "html": to_html,
}
