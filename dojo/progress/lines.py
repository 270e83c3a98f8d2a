"""The log as JSON lines: a head that names the form, then one event a line, as the log has it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

import msgspec

from dojo.progress import rows
from dojo.progress.rows import Row
from dojo.progress.schema import STEPS

FORM = "nlp-dojo progress"


class NotProgress(ValueError):
    """A file is no export of a log, or a line of it is damaged; `line` counts from 1."""

    def __init__(self, line: int, en: str, zh: str) -> None:
        super().__init__(en)
        self.line, self.en, self.zh = line, en, zh


class Head(msgspec.Struct, frozen=True):
    """The first line."""

    form: str
    version: int


class Line(msgspec.Struct, frozen=True, omit_defaults=True):
    """One event; `session` and `target` are the `seq` of other events."""

    seq: int
    at: float
    kind: str
    session: int | None = None
    subject: str | None = None
    target: int | None = None
    body: msgspec.Raw = msgspec.Raw(b"{}")


def written(events: Iterable[Row]) -> Iterator[bytes]:
    """The lines of an export."""
    encode = msgspec.json.Encoder().encode
    yield encode(Head(FORM, len(STEPS))) + b"\n"
    for *columns, body in events:
        yield encode(Line(*columns, msgspec.Raw(body.encode()))) + b"\n"  # type: ignore[arg-type,call-arg]


def read(lines: Iterable[bytes]) -> list[Row]:
    """The events of an export, every one checked. Raises NotProgress, so that a damaged file adds nothing."""
    events: list[Row] = []
    known: set[int] = set()
    decode = msgspec.json.Decoder(Line).decode
    source = iter(lines)
    _check_head(next(source, b""))
    for number, line in enumerate(source, start=2):
        try:
            event = decode(line)
            row: Row = (
                event.seq, event.at, event.kind, event.session, event.subject, event.target, bytes(event.body).decode()
            )  # fmt: skip
            rows.check(row)
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            raise NotProgress(number, f"this is no event of a log ({error})", f"这不是一条记录（{error}）") from None
        if not math.isfinite(event.at) or event.seq in known or {event.session, event.target} - known - {None}:
            en = "the event refers to one that is not before it, or its number is taken"
            raise NotProgress(number, en, "该记录引用的记录不在它之前，或编号重复")
        known.add(event.seq)
        events.append(row)
    return events


def _check_head(line: bytes) -> None:
    try:
        head = msgspec.json.decode(line, type=Head)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        head = Head("", 0)
    if head.form != FORM:
        raise NotProgress(1, "this is no file of `dojo export`", "这不是 `dojo export` 写出的文件")
    if head.version > len(STEPS):
        en = f"a newer NLP Dojo wrote this ({head.version} > {len(STEPS)}); update with `pip install -U nlp-dojo`"
        zh = f"文件由更新版本的 NLP Dojo 写成（{head.version} > {len(STEPS)}）；请用 `pip install -U nlp-dojo` 升级"
        raise NotProgress(1, en, zh)
