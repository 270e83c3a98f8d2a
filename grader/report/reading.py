"""Reads a result file (JSON, schema 1) back into a `Summary`, so that every report can be made from one run.

The file may come from a job that ran other people's code, so it is only data: the schema is strict, names and texts are
made harmless again, and a file that is cut off, of another version or not ours ends in one sentence. Texts are in the
language in which the run was graded. What the schema doesn't hold is unknown: the time of a single test. A file of an
earlier version doesn't say what the criteria were.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import Any

import msgspec

from grader.cohort.criteria import shortfalls
from grader.cohort.names import NAME, PATH, harmless
from grader.judge.showing import clean, clean_output
from grader.judge.verdicts import Bilingual, Result, TestResult, Verdict
from grader.report.json import SCHEMA
from grader.report.schema import Document, MemberRow, ResultRow, ShardRow, TestRow
from grader.report.summary import Criteria, LeftOut, Member, Shard, Summary

TEXT = 64 << 10  # characters of one text
STOPPED = re.compile(r"not graded: stopped after \d+ of (\d+)|未评测：共 (\d+) 份，评测 \d+ 份后中断")


class BadResults(Exception):
    """This is no result file that can be read; says why, without the file's name."""

    def __init__(self, en: str, zh: str) -> None:
        super().__init__(en)
        self.why = Bilingual(en, zh)


def read_results(data: bytes) -> Summary:
    """The cohort that a result file holds. Raises `BadResults`."""
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        plain = msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _not_json(data, str(error)) from None
    except RecursionError:
        raise BadResults("it is not JSON text", "不是 JSON 文本") from None
    _check_version(plain)
    try:
        document = msgspec.convert(plain, Document)
    except msgspec.ValidationError as error:
        said = clean(str(error))
        raise BadResults(f"it does not follow schema {SCHEMA}: {said}", f"不符合格式版本 {SCHEMA}：{said}") from None
    return _summary(document)


def _not_json(data: bytes, said: str) -> BadResults:
    if not data.strip():
        return BadResults(
            "it is empty; write it with: dojo grade … --json FILE", "文件为空；请用 dojo grade … --json 生成"
        )
    try:
        data.decode()
    except UnicodeDecodeError as error:
        cut = error.reason == "unexpected end of data"
        other = not cut
    else:
        cut = "truncated" in said
        other = b"\0" in data[:4]  # UTF-16 or UTF-32 without a byte order mark
    if other:
        return _not_utf8()
    if cut:
        return BadResults(
            "it is cut off; copy it again, or grade again with --json", "文件不完整；请重新复制，或用 --json 重新评测"
        )
    return BadResults(f"it is not JSON: {said}", f"不是 JSON：{said}")


def _not_utf8() -> BadResults:
    return BadResults(
        "it is not UTF-8; save it as UTF-8, or write it with --json FILE (some shells write > FILE as UTF-16)",
        "不是 UTF-8 编码；请另存为 UTF-8，或用 --json FILE 生成（有些 shell 的 > FILE 会写成 UTF-16）",
    )


def _check_version(plain: Any) -> None:
    if not isinstance(plain, dict) or "schema" not in plain:
        raise BadResults(
            "it is not a result file; write one with: dojo grade … --json FILE",
            "不是结果文件；请用 dojo grade … --json 生成",
        )
    version = plain["schema"]
    if version is True or version != SCHEMA:
        shown = clean(str(version), 40)
        raise BadResults(
            f"it has schema {shown}, and this version of dojo reads schema {SCHEMA}; use the version that wrote it",
            f"文件的格式版本是 {shown}，当前 dojo 只能读取版本 {SCHEMA}；请使用生成它的版本",
        )


def _summary(document: Document) -> Summary:
    results = [_result(one) for one in document.results]
    left_out = [LeftOut(harmless(one.path, PATH), _both(clean(one.why, TEXT))) for one in document.left_out]
    waiting = [one.path for one in left_out if STOPPED.fullmatch(one.why.en)]
    rows: dict[str | None, list[Result]] = {}
    for result in results:
        rows.setdefault(result.member, []).append(result)
    asked = any(_was_asked(one, rows.get(_name(one.member), ())) for one in document.members)
    criteria = None if asked else Criteria()
    if document.criteria is not msgspec.UNSET:
        criteria = Criteria(tuple(document.criteria.require), document.criteria.min_score)
        asked = criteria.given
    members = [_member(one, rows, waiting, criteria) for one in document.members]
    if twice := _twice([member.name for member in members]):
        raise BadResults(f"it names the member {twice} twice", f"成员 {twice} 出现了两次")
    graded = sum(result.file is not None for result in results)
    versions = {clean(name, 40): None if text is None else clean(text, 80) for name, text in document.versions.items()}
    shard = _shard(document.shard)
    return Summary(
        results, document.sandbox, members, left_out, graded + len(waiting), asked, versions, criteria, shard
    )


def _shard(row: ShardRow | msgspec.UnsetType) -> Shard | None:
    if row is msgspec.UNSET:
        return None
    if row.part > row.of:
        raise BadResults(f"it says that it is part {row.part} of {row.of}", f"文件称自己是第 {row.part}/{row.of} 部分")
    return Shard(row.part, row.of)


def _member(
    one: MemberRow,
    rows: Mapping[str | None, Sequence[Result]],
    waiting: Sequence[str],
    criteria: Criteria | None,
) -> Member:
    name = _name(one.member)
    theirs = rows.get(name, ())
    found = one.graded + sum(name is not None and name in PurePath(path).parts for path in waiting)
    unmet: tuple[Bilingual, ...] = ()
    if not one.met:
        known = () if criteria is None else shortfalls(theirs, one.score, found, criteria)
        unmet = known or tuple(_guessed(theirs))
    return Member(name, one.score, one.passed, one.graded, found, unmet)


def _guessed(theirs: Sequence[Result]) -> list[Bilingual]:
    """What a file without criteria shows of why a member did not meet them; never nothing."""
    absent = [Bilingual(f"{row.kata} was not handed in", f"未提交 {row.kata}") for row in theirs if row.file is None]
    if absent:
        return absent
    if not theirs:
        return [Bilingual("nothing was handed in", "没有提交")]
    return [Bilingual("below what the group asks for", "没有达到小组的要求")]


def _was_asked(one: MemberRow, theirs: Sequence[Result]) -> bool:
    """Whether there seem to have been criteria: without them, `met` means that everything passed."""
    everything = bool(theirs) and all(row.verdict is Verdict.PASSED for row in theirs)
    return one.met != everything or any(row.file is None for row in theirs)


def _result(one: ResultRow) -> Result:
    return Result(
        _name(one.member),
        one.kata,
        None if one.file is None else harmless(one.file, PATH),
        one.verdict,
        one.score,
        one.points,
        one.max_points,
        one.seconds,
        tuple(_test(test) for test in one.tests),
        _text(one.misconception),
        _text(one.message),
    )


def _test(one: TestRow) -> TestResult:
    return TestResult(
        clean(one.name),
        _both(clean(one.promise, TEXT)),
        one.verdict,
        one.points,
        one.max_points,
        one.line,
        _line(one.call),
        _line(one.expected),
        _line(one.actual),
        message=_text(one.message),
        output=clean_output(one.output),
        hint=_text(one.hint),
    )


def _name(name: str | None) -> str | None:
    return None if name is None else harmless(name, NAME + 70)  # with the hash that tells look-alikes apart


def _text(text: str | None) -> Bilingual | None:
    """A message, whose lines stay; every other control character is escaped."""
    return None if text is None else _both(clean(text.replace("\r\n", "\n"), TEXT, keep="\n"))


def _line(text: str | None) -> str | None:
    return None if text is None else clean(text, TEXT)


def _both(text: str) -> Bilingual:
    return Bilingual(text, text)


def _twice(names: Sequence[str | None]) -> str | None:
    seen: set[str | None] = set()
    for name in names:
        if name in seen:
            return str(name)
        seen.add(name)
    return None
