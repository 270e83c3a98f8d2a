"""A row of the log as data and back. Holds no connection; an undecodable row is a `msgspec.DecodeError`.

Columns: seq, at, kind, session, subject (question or kata), target, body (JSON). `session` and `target` are the `seq`
of other events, `target` that of the answer that is retracted or of the session of a mock. A merge gives both their new
numbers, which it could not do in a body.
"""

from typing import Any

import msgspec

from dojo.progress.events import KINDS, Answer, Flag, Interview, Judged, Outcome, Plan, Step

COLUMNS = "seq, at, kind, session, subject, target, body"

Row = tuple[int, float, str, int | None, str | None, int | None, str]


class Given(msgspec.Struct, frozen=True):
    """The body of an answer. Decoded by its type: ten times as fast as by way of a dict, and there are thousands."""

    topic: str
    seed: int
    answer: Any
    outcome: Outcome
    score: float
    seconds: float
    confidence: int | None
    lang: str


GIVEN = msgspec.json.Decoder(Given)


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
    if session is None or question is None:
        raise msgspec.DecodeError("an answer to nothing")
    given = GIVEN.decode(body)
    return Answer(
        seq, at, session, question, given.topic, given.seed, given.answer, given.outcome, given.score, given.seconds,
        given.confidence, given.lang,
    )  # fmt: skip


def flag_of(row: Row) -> Flag:
    return msgspec.convert({**object_of(row[6]), "question": row[4], "at": row[1]}, Flag)


def judged_of(row: Row) -> Judged:
    return msgspec.convert({**object_of(row[6]), "kata": row[4], "at": row[1], "sitting": row[3]}, Judged)


def step_of(row: Row) -> Step:
    return Step(*row[:6], object_of(row[6]))


def attempt_of(row: Row) -> Judged | None:
    """A verdict, or the giving up of a kata in a drill; None for other steps of a drill."""
    if row[2] == "verdict":
        return judged_of(row)
    given_up = row[4] is not None and step_of(row).step == "skip"
    return Judged(str(row[4]), "skipped", 0.0, "", 0.0, row[1], row[3]) if given_up else None


def interview_of(row: Row) -> Interview | None:
    """None where the plan was dropped."""
    body = object_of(row[6])
    return msgspec.convert(body, Interview) if body else None


READERS = {
    "session": plan_of, "answer": answer_of, "flag": flag_of, "verdict": judged_of, "plan": interview_of,
    "drill": step_of, "hint": step_of, "mock": step_of,
}  # fmt: skip


def check(row: Row) -> None:
    """Raises `msgspec.DecodeError` for a row that no reader could make sense of."""
    kind = msgspec.convert(row, Row)[2]
    if kind not in KINDS:
        raise msgspec.DecodeError(f"unknown kind {kind!r}")
    if kind in READERS:
        READERS[kind](row)


def object_of(body: str) -> dict[str, Any]:
    return msgspec.json.decode(body, type=dict[str, Any])


def _encodable(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, dict):
        return {_encodable(key): _encodable(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_encodable(item) for item in value]
    return value
