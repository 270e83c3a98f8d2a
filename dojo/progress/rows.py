"""A row of the log as data and back. Holds no connection; an undecodable row is a `msgspec.DecodeError`.

Columns: seq, at, kind, session, subject (question or kata), target (the answer that is retracted), body (JSON).
"""

from typing import Any

import msgspec

from dojo.progress.events import KINDS, Answer, Flag, Judged, Plan

COLUMNS = "seq, at, kind, session, subject, target, body"

Row = tuple[int, float, str, int | None, str | None, int | None, str]


def body_of(values: dict[str, Any] | Plan) -> str:
    """JSON for the `body` column. Half a character from a broken terminal becomes `?` instead of an error."""
    try:
        return msgspec.json.encode(values).decode()
    except UnicodeEncodeError:
        return msgspec.json.encode(_encodable(msgspec.to_builtins(values))).decode()


def plan_of(row: Row) -> Plan:
    return msgspec.json.decode(row[6], type=Plan)


def answer_of(row: Row) -> Answer:
    seq, at, _, session, question, _, body = row
    return msgspec.convert({**_object(body), "id": seq, "at": at, "session": session, "question": question}, Answer)


def flag_of(row: Row) -> Flag:
    return msgspec.convert({**_object(row[6]), "question": row[4], "at": row[1]}, Flag)


def judged_of(row: Row) -> Judged:
    return msgspec.convert({**_object(row[6]), "kata": row[4], "at": row[1]}, Judged)


READERS = {"session": plan_of, "answer": answer_of, "flag": flag_of, "verdict": judged_of}


def check(row: Row) -> None:
    """Raises `msgspec.DecodeError` for a row that no reader could make sense of."""
    if row[2] not in KINDS:
        raise msgspec.DecodeError(f"unknown kind {row[2]!r}")
    if row[2] in READERS:
        READERS[row[2]](row)
    elif not isinstance(row[1], int | float):
        raise msgspec.DecodeError("no time")


def _object(body: str) -> dict[str, Any]:
    return msgspec.json.decode(body, type=dict[str, Any])


def _encodable(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, dict):
        return {_encodable(key): _encodable(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_encodable(item) for item in value]
    return value
