"""One Markdown file for each member with their own results and nothing of anybody else's."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import PurePath

import msgspec

from grader.judge.verdicts import Result
from grader.report.markdown import to_markdown
from grader.report.summary import LeftOut, Member, Summary

FILES = {"en": "files", "zh": "文件"}  # the name of the feedback on files that belong to no member
LONGEST = 60  # characters of a name in a file's name
RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")  # Windows has devices of these names


def feedback(summary: Summary, lang: str) -> Iterator[tuple[str, str]]:
    """The name and the text of each file, members in their order."""
    rows: dict[str | None, list[Result]] = {}
    for result in summary.results:
        rows.setdefault(result.member, []).append(result)
    waiting = [member for member in summary.members if member.found > len(_graded(rows.get(member.name, ())))]
    names = file_names([member.name if member.name is not None else FILES[lang] for member in summary.members])
    for member, name in zip(summary.members, names, strict=True):
        if member in waiting and not rows.get(member.name):
            continue  # grading was stopped before their turn
        yield f"{name}.md", to_markdown(_alone(summary, member, rows.get(member.name, [])), lang)


def _alone(summary: Summary, member: Member, results: Sequence[Result]) -> Summary:
    left_out: list[LeftOut] = [
        one for one in summary.left_out if member.name is not None and member.name in PurePath(one.path).parts[:-1]
    ]
    return msgspec.structs.replace(
        summary, results=results, members=[member], left_out=left_out, submissions=len(_graded(results))
    )


def _graded(results: Sequence[Result]) -> list[Result]:
    return [result for result in results if result.file is not None]


def file_names(names: Sequence[str]) -> list[str]:
    """A file name for each member that every system can hold; two that a system takes for one get a hash."""
    plain = [_plain(name) for name in names]
    folded = [unicodedata.normalize("NFKC", name).casefold() for name in plain]
    return [
        safe if safe == name and folded.count(fold) == 1 else f"{safe}-{hashlib.sha256(name.encode()).hexdigest()[:8]}"
        for name, safe, fold in zip(names, plain, folded, strict=True)
    ]


def _plain(name: str) -> str:
    kept = "".join(char if char.isalnum() or char in "-_." else "_" for char in name)
    kept = kept.strip(".")[:LONGEST].rstrip(".")
    return f"_{kept}" if not kept or RESERVED.fullmatch(kept) else kept
