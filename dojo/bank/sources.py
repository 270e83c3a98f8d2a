"""The bibliography `questions/sources.yaml`: what a question's `sources` refer to."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from dojo.bank.finding import Report
from dojo.bank.reading import read_struct
from dojo.bank.strict_yaml import Mapping, parse
from dojo.suggestion import did_you_mean


class Source(Struct, frozen=True):
    """A source; `sections` maps the part after `#` of a reference to its title."""

    title: str
    kind: Literal["paper", "book", "docs", "seed", "post"]
    authors: str = ""
    year: int | None = None
    where: str = ""
    sections: dict[str, str] = {}

    def line(self, section: str = "") -> str:
        """One line for the learner: authors, title, section, year, place."""
        title = f"{self.title}, {self.sections[section]}" if section in self.sections else self.title
        year = f" ({self.year})" if self.year else ""
        head = f"{self.authors}{year}. {title}" if self.authors else f"{title}{year}"
        return f"{head}. {self.where}" if self.where else head


def read_sources(source: bytes, report: Report) -> dict[str, Source]:
    """The sources that could be read; the mistakes are in the report."""
    root = parse(source, report)
    if root is None:
        return {}
    listed = root.items.get("sources") if isinstance(root, Mapping) else None
    if not isinstance(root, Mapping) or not isinstance(listed, Mapping):
        message = "the file is one mapping `sources:` of key to {title, authors, year, kind, where, sections}"
        report.error(root.line, message)
        return {}
    for key in root.items:
        if key != "sources":
            report.error(root.keys[key], f"no key `{key}` here{did_you_mean(key, ['sources'])}")
            if report.full:
                return {}
    read = {key: read_struct(node, Source, report) for key, node in listed.items.items() if not report.full}
    return {key: source for key, source in read.items() if source is not None}
